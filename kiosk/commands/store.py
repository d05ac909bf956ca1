"""What puts bundles on a booth: pack, install, and the store of what is installed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.commands import app
from kiosk.commands.arguments import FORMAT, folder, read_by
from kiosk.commands.complaints import complaints, on_one_line

if TYPE_CHECKING:
    from kiosk.store.installed import Installed


@app.command()
def pack(
    bundle: Annotated[Path, typer.Argument(parser=read_by(folder), metavar="BUNDLE", help="Folder of the bundle.")],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="FILE", help="The archive to write, such as show.kiosk.")],
    subset: Annotated[
        bool, typer.Option("--subset-fonts", help="Put the glyphs in that the bundle needs of the installed fonts.")
    ] = False,
) -> None:
    """Pack a bundle into one file for the booth.

    The same content always gives the same bytes. Refuses what `kiosk check` refuses.
    """
    from kiosk.author.packing.pack import pack as pack_bundle

    if out.is_dir() or not out.absolute().parent.is_dir():
        raise typer.BadParameter(f"{out} is no file in a folder that is there", param_hint="--out")
    with complaints("nothing was packed"), TemporaryDirectory(prefix="kiosk-fonts-") as made:
        manifest = pack_bundle(bundle, out.absolute(), fonts=Path(made) if subset else None)
    facts = f"{len(manifest.files)} files, {_megabytes(manifest.size)}, fingerprint {manifest.fingerprint[:12]}"
    print(f"{out}: {on_one_line(manifest.title)}, {facts}")


@app.command()
def install(
    source: Annotated[Path, typer.Argument(metavar="FILE|DIR", help="What `kiosk pack` wrote, or a bundle's folder.")],
) -> None:
    """Put a bundle on this booth.

    It is verified and made ready for the screen first, then shown by one step. What was shown before stays, for
    `kiosk rollback`.
    """
    from kiosk.store.install import install as install_bundle

    at = source.parent if source.name == "content.yaml" and source.is_file() else source
    with complaints("nothing was installed, the booth shows what it did before"):
        done = install_bundle(at)
    print(f"Installed {on_one_line(done.title)} ({done.short}). `kiosk run` shows it.")


@app.command()
def installed(
    format: FORMAT = "text",
    verify: Annotated[bool, typer.Option("--verify", help="Read every installed file, and compare its hash.")] = False,
) -> None:
    """List the bundles on this machine.

    The one that the booth shows comes first.
    """
    from kiosk.store import installed as store

    with complaints():
        found = store.installed()
        if verify:
            for one in found:
                store.verify(one.folder)
    if format == "json":
        print(json.dumps([_plain(one) for one in found], ensure_ascii=False, indent=2))
    elif not found:
        print("Nothing is installed: `kiosk run` shows the demo.")
    else:
        _print_table(found, verify)


@app.command()
def rollback() -> None:
    """Show the bundle from before again."""
    from kiosk.store.installed import roll_back

    with complaints("the booth shows what it did before"):
        done = roll_back()
    print(f"`kiosk run` shows {on_one_line(done.title)} ({done.short}) again.")


@app.command()
def remove(
    fingerprint: Annotated[str, typer.Argument(metavar="FINGERPRINT", help="Its first letters, as `installed` shows.")],
    force: Annotated[bool, typer.Option("--force", help="Also the one that is shown; the demo is shown then.")] = False,
) -> None:
    """Take a bundle off this machine."""
    from kiosk.store.installed import remove as remove_bundle

    with complaints():
        gone = remove_bundle(fingerprint, force)
    rest = " `kiosk run` shows the demo now." if gone.role == "current" else ""
    print(f"Removed {on_one_line(gone.title)} ({gone.short}).{rest}")


def _print_table(found: Iterable[Installed], whole: bool) -> None:
    """Print a line for each bundle under a heading, with times as the machine's clock shows them."""
    print(f"{'FINGERPRINT':13} {'STATE':7} {'SINCE':17} {'SIZE':>9}  {'NEEDS':13} TITLE")
    for one in found:
        role = {"current": "shown", "previous": "before", "": "unused"}[one.role]
        since, size, needs = one.local_since or "-", _megabytes(one.size), f"kiosk >= {one.needs}"
        facts = f"{one.short:13} {role:7} {since:17} {size:>9}  {needs:13}"
        print(f"{facts} {on_one_line(one.title)}{'  whole' if whole else ''}")


def _plain(one: Installed) -> dict[str, object]:
    return {
        "fingerprint": one.fingerprint,
        "role": one.role,
        "title": one.title,
        "languages": one.languages,
        "needs": one.needs,
        "since": one.since,
        "bytes": one.size,
        "folder": str(one.folder),
    }


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
