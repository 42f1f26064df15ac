"""What people are told, by gettext, with English message ids: the clerk in the command's language, the resident in
the page's.

`LOA_LANG=en` shows the ids themselves. `N_` marks a message that is shown later; `tr` shows the clerk's now,
`translate` the page's.
"""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from io import BytesIO
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"
DEFAULT_LANGUAGE = "vi"
LANGUAGES = frozenset({"vi", "en"})
# The ids are written in it, so it needs no catalogue.
SOURCE_LANGUAGE = "en"
COMMAND, PAGE = "loaphuong", "page"


def N_(message: str) -> str:  # noqa: N802 - the name gettext's extractor knows
    """Mark a message for the translators; it is looked up when shown."""
    return message


def language() -> str:
    """The reader's language: `LOA_LANG` where the house speaks it, else Vietnamese."""
    wanted = os.environ.get("LOA_LANG", DEFAULT_LANGUAGE)
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


def page_languages() -> tuple[str, ...]:
    """The languages a ward's page can be in: those that have a `page.po`, and that of the ids."""
    translated = {path.parents[1].name for path in LOCALE.glob(f"*/LC_MESSAGES/{PAGE}.po")}
    return tuple(sorted({SOURCE_LANGUAGE, *translated}))


@lru_cache(maxsize=8)
def catalogue(domain: str, name: str) -> gettext.NullTranslations:
    """The messages of a language; ids stand for themselves where it has none.

    What a field is called stands once, in the command's messages: the page's fall back on them.
    """
    found = read_catalogue(domain, name)
    if domain == PAGE:
        found.add_fallback(catalogue(COMMAND, name))
    return found


def read_catalogue(domain: str, name: str) -> gettext.NullTranslations:
    """One .po file, as it was compiled or, where it is newer, as it stands."""
    compiled = LOCALE / name / "LC_MESSAGES" / f"{domain}.mo"
    written = compiled.with_suffix(".po")
    if not written.is_file():
        return gettext.NullTranslations()
    if compiled.is_file() and compiled.stat().st_mtime >= written.stat().st_mtime:
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    # Edited since it was compiled, or never: read as it stands.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = BytesIO()
    write_mo(made, read_po(BytesIO(written.read_bytes())))
    return gettext.GNUTranslations(BytesIO(made.getvalue()))


def tr(message: str, **values: object) -> str:
    """The message in the reader's language, with `{name}` filled from `values`."""
    return fill(catalogue(COMMAND, language()), message, values)


def translate(to: str, message: str, **values: object) -> str:
    """A text of the ward's page in a language, with `{name}` filled from `values`.

    What the page shares with the command, the labels of fields, is translated once, with the command.
    """
    known = catalogue(PAGE, to)
    return fill(known if known.gettext(message) != message else catalogue(COMMAND, to), message, values)


def fill(known: gettext.NullTranslations, message: str, values: dict[str, object]) -> str:
    """A message as a catalogue has it, with its values."""
    shown = known.gettext(message) if message else ""
    return shown.format_map(values) if values else shown
