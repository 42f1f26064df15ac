"""What makes the package whole: the words of command and page, compiled, and what the product gives every ward."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Whole(BuildHookInterface):
    """Compiles every .po file in its place, and packs into a wheel what lies outside the package's folder."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before files are gathered; an editable install finds the product in the clone."""
        root = Path(self.root)
        for written in root.glob("scripts/loaphuong/locale/*/LC_MESSAGES/*.po"):
            compile_catalogue(written, written.with_suffix(".mo"))
        if version != "editable":
            build_data["force_include"] |= {
                str(root / name): f"loaphuong/product/{name}" for name in self.config["product"]
            }


def compile_catalogue(written: Path, compiled: Path) -> None:
    """Put the compiled words in place whole, for they may be read at this moment; left alone where they are right."""
    made = BytesIO()
    write_mo(made, read_po(BytesIO(written.read_bytes())))
    if not compiled.is_file() or compiled.read_bytes() != made.getvalue():
        beside = compiled.with_suffix(".new")
        beside.write_bytes(made.getvalue())
        beside.replace(compiled)
