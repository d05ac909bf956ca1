"""Put what lies outside the package into the wheel: the demo bundle and the program's own catalogs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CATALOG_HOMES = {"kiosk.po": "kiosk/translations", "content.po": "kiosk/demo/translations"}


def included(root: Path) -> dict[str, str]:
    """Return what goes into the wheel, by its place in the repository."""
    places = {"content.yaml": "kiosk/demo/content.yaml", "assets": "kiosk/demo/assets"}
    for catalog in sorted(root.glob("translations/*/LC_MESSAGES/*.po")):
        inside = catalog.relative_to(root / "translations")
        places[str(catalog.relative_to(root))] = f"{CATALOG_HOMES[catalog.name]}/{inside}"
    if (root / "translations" / "kiosk.pot").is_file():  # the pseudo-languages are made from it
        places["translations/kiosk.pot"] = "kiosk/translations/kiosk.pot"
    return places


class CustomBuildHook(BuildHookInterface[Any]):
    """Hatchling's hook; an editable install reads the repository itself and needs none of it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the outside files to the build."""
        if version != "editable":
            root = Path(self.root)
            build_data["force_include"].update({str(root / place): inside for place, inside in included(root).items()})
