"""`docs/checks.md`, written from the codes: `python -m kiosk.author.codes.page`; with `--check` only compared."""

from __future__ import annotations

import sys
import textwrap
from pathlib import Path
from typing import Final

from kiosk.author.codes import FAMILIES, Code, Family
from kiosk.author.docs_page import keep_page

PAGE: Final = Path(__file__).resolve().parents[3] / "docs" / "checks.md"
_WIDTH: Final = 120

_ABOUT: Final = """\
<!-- Written by `make docs` from kiosk/author/codes. Change it there. -->
# What `kiosk check` finds

    kiosk check my-booth

reads everything in the folder `my-booth` and tells all that a booth could stumble over, all at once. A finding looks
like this:

    my-booth/content.yaml:14:5: error[K202]: `sumary` is no key that is known here
     14 |     sumary: Five generations of wine
        |     ^
        = Did you mean `summary`?

In the file `content.yaml`, on line 14, at the fifth letter, there is a mistake of the kind K202; the mark `^` shows
the place, and the last line says what to do. This page explains every code, and so does `kiosk explain K202`.

**Errors** must be mended: with one, the booth cannot show the bundle. **Warnings** are for you to judge: the booth
shows the bundle, but something about it is probably not as you want it.

| written after `kiosk check my-booth` | what it does |
| --- | --- |
| `--strict` | warnings count as errors, for example before a show |
| `--no-fit` | does not draw every page to see whether its texts fit, which takes longest |
| `--format json` | the same for programs |
| `--format github` | notes beside the lines of a change on GitHub |

Under the findings stands a table of the languages: how many texts there are, how many are translated, missing or
marked as uncertain (fuzzy) in the catalog, how often letters have no font, how many texts are too long for their
place, and how many of the films that need captions have them.

The command ends with 0 when there is nothing to mend, with 1 when there is, and with 2 when it makes no sense itself.

## Silencing a warning

Some warnings are right in general and wrong for you: a film may be long because it is the main attraction. Say so in
`content.yaml`, and the warning is only counted from then on:

```yaml
checks:
  - silence: K412
    reason: The film is the main attraction, and there are seats.
    at: cellar-film
```

`silence` is the code and `reason` says why, for those who come after you; both are needed. `at` is where: the id of a
sector, a film or another block, the path of a file or a folder (`assets/cellar.webm`), or a language (`de`). Without
`at` the code is silenced everywhere. An entry that no longer silences anything is itself a warning ([K232](#k232)).
Errors cannot be silenced.
"""


def page_text() -> str:
    """Return the page as Markdown."""
    families = [family for family in FAMILIES if family.codes]
    contents = [f"- [{family.title}](#{_anchor(family.title)}) (K{family.digit})" for family in families]
    parts = [_ABOUT, "## All codes\n\n" + "\n".join(contents) + "\n"]
    parts += [_family(family) for family in families]
    return "\n".join(parts)


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say whether it is up to date; return the exit code."""
    return keep_page("kiosk.author.codes.page", PAGE, page_text, arguments)


def _family(family: Family) -> str:
    codes = sorted(family.codes, key=lambda code: code.code)
    return "\n".join([f"## {family.title}\n\n{family.about}\n", *(_code(code) for code in codes)])


def _code(code: Code) -> str:
    kind = "Warning." if code.severity == "warning" else "Error."
    parts = [f'<a id="{code.code.lower()}"></a>\n### {code.code}: {code.title}', _wrapped(f"**{kind}** {code.cause}")]
    if code.example:
        parts.append(f"For example:\n\n```\n{code.example}\n```")
    parts.append(_wrapped(f"**What to do:** {code.cure}"))
    if code.severity == "warning":
        parts.append(f"To silence it, under `checks`: `- {{silence: {code.code}, reason: ...}}`")
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return textwrap.fill(text, _WIDTH, break_long_words=False, break_on_hyphens=False)


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


if __name__ == "__main__":
    sys.exit(main())
