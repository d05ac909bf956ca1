#!/bin/sh
# Bring a Debian or Ubuntu machine to where the program runs: system libraries and fonts, then Python packages in .venv.
#   packaging/bootstrap.sh run    what the program needs
#   packaging/bootstrap.sh dev    that, and what its tests and checks need
# Does nothing, quickly, when nothing is missing. PYTHON=... names the interpreter to use (3.11 to 3.14).
set -eu
cd "$(dirname "$0")/.."
part=${1:-run}
lock=packaging/lock/$part.txt
[ -f "$lock" ] || { echo "bootstrap: no such part '$part': use run or dev" >&2; exit 2; }

# What the wheels of Qt link against or open, the fonts of the demo's scripts, and a virtual screen.
packages="
libdbus-1-3 libdrm2 libegl1 libfontconfig1 libfreetype6 libgbm1 libgl1 libglib2.0-0 libgssapi-krb5-2 libpulse0
libva-drm2 libva-x11-2 libva2 libwayland-client0 libwayland-cursor0 libwayland-egl1 libx11-xcb1
libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0
libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon-x11-0 libxkbcommon0 libxrandr2
fontconfig fonts-noto-core fonts-noto-cjk
xvfb
"

say() { echo "bootstrap: $*"; }

# Names on this machine that are wanted and not installed. Debian 13 and Ubuntu 24.04 call some libraries NAMEt64.
missing_packages() {
    # shellcheck disable=SC2086
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p')
    for name in $1; do
        printf '%s\n' "$installed" | grep -qxF -e "$name" -e "${name}t64" || printf '%s ' "$name"
    done
}

install_packages() {
    line="apt-get install -y --no-install-recommends $*"
    if [ "$(id -u)" = 0 ]; then
        as_root=""
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        as_root="sudo"
    else
        echo "These system packages are missing and this account may not install them. Run this line, then try again:" >&2
        echo "    sudo apt-get update && sudo $line" >&2
        exit 1
    fi
    say "installing system packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    $as_root apt-get update -qq </dev/null
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive $line -qq </dev/null >/dev/null
}

# The first Python from 3.11 to 3.14; one that cannot make environments is passed over.
find_python() {
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.14 python3.11}; do
        if "$name" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

system_check() {
    if ! command -v dpkg-query >/dev/null; then
        [ -e "$stamp" ] || say "no apt here; should Qt not start, install the counterparts of:" $packages
        return
    fi
    missing=$(missing_packages "$packages")
    # shellcheck disable=SC2086
    [ -z "$missing" ] || install_packages $missing
}

stamp=.venv/installed-$part
system_check
fingerprint=$({ pwd; cat "$lock" pyproject.toml; } | cksum)
for done in "$stamp" .venv/installed-dev; do
    # The development packages hold what the program needs, so either stamp will do for "run".
    case $done in
    "$stamp") wanted=$fingerprint ;;
    *) wanted=$({ pwd; cat packaging/lock/dev.txt pyproject.toml; } | cksum) ;;
    esac
    if [ -x .venv/bin/kiosk ] && [ "$(cat "$done" 2>/dev/null)" = "$wanted" ] && .venv/bin/python -c ''; then
        exit 0
    fi
done

# An environment that does not start, or was made in another folder, is made anew; else the lock is laid over it.
if ! grep -qsF "$PWD/.venv" .venv/pyvenv.cfg || ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(find_python)
    if [ -z "$python" ] && command -v dpkg-query >/dev/null && [ -z "${PYTHON:-}" ]; then
        install_packages python3 python3-venv
        python=$(find_python)
    fi
    if [ -z "$python" ]; then
        echo "No Python from 3.11 to 3.14 with the venv module was found. Name one: PYTHON=/path/to/python3.12 make run" >&2
        exit 1
    fi
    "$python" -m venv --clear .venv
fi
say "installing Python packages into .venv with $(.venv/bin/python --version), about 300 MB the first time"
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input install --quiet --no-cache-dir"
# --no-deps: the lock names everything, and a resolver would stumble over what has been released since it was written.
$pip --no-deps --require-hashes --only-binary :all: -r "$lock" </dev/null
$pip --no-deps --no-build-isolation --editable . </dev/null
# Compiled now, since a booth may run where nothing can be written: compiling at each start would cost it 50 ms.
.venv/bin/python -m compileall -q kiosk
echo "$fingerprint" >"$stamp"
