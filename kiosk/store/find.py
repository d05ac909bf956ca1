"""Which bundle is meant: one that is named, the one that is installed, or the demo."""

from __future__ import annotations

from pathlib import Path

from kiosk.store.store import current_folder


def find_bundle(written: str | Path | None, must_exist: bool = False) -> Path:
    """Return the folder of a bundle; `content.yaml` itself stands for its folder.

    None is the bundle that is installed, or the demo where none is.
    """
    if written is None:
        return current_folder() or _demo()
    path = Path(written)
    if path.is_file():
        if path.name != "content.yaml":
            raise ValueError(f"{path} is no bundle: write the folder that holds content.yaml")
        return path.parent
    if must_exist and not path.is_dir():
        raise ValueError(f"there is no folder {path}")
    return path


def _demo() -> Path:
    """Return the folder of the demo: beside the program where it is installed, else the repository's root."""
    package = Path(__file__).resolve().parents[1]
    return package / "demo" if (package / "demo" / "content.yaml").is_file() else package.parent
