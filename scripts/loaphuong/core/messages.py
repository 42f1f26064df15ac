"""What people are told, in their language: English message ids, Vietnamese by gettext.

`LOA_LANG=en` shows the ids themselves. `N_` marks a message that is shown later; `tr` shows it now.
"""

from __future__ import annotations

import gettext
import os
from functools import lru_cache
from pathlib import Path

LOCALE = Path(__file__).parents[1] / "locale"
DEFAULT_LANGUAGE = "vi"
LANGUAGES = frozenset({"vi", "en"})


def N_(message: str) -> str:  # noqa: N802 - the name gettext's extractor knows
    """Mark a message for the translators; it is looked up when shown."""
    return message


def language() -> str:
    """The reader's language: `LOA_LANG` where the house speaks it, else Vietnamese."""
    wanted = os.environ.get("LOA_LANG", DEFAULT_LANGUAGE)
    return wanted if wanted in LANGUAGES else DEFAULT_LANGUAGE


@lru_cache(maxsize=4)
def catalogue(name: str) -> gettext.NullTranslations:
    """The compiled messages of a language; ids stand for themselves in English."""
    return gettext.translation("loaphuong", LOCALE, [name], fallback=name == "en")


def tr(message: str, **values: object) -> str:
    """The message in the reader's language, with `{name}` filled from `values`."""
    shown = catalogue(language()).gettext(message) if message else ""
    return shown.format_map(values) if values else shown
