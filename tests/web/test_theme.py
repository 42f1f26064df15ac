"""The theme is the product's, a ward's own files stand in it, and every word of it goes through gettext."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from loaphuong.core.messages import PAGE, catalogue
from loaphuong.core.problems import Stopped
from loaphuong.core.project import Project
from loaphuong.web import theme
from tests.package import ROOT

if TYPE_CHECKING:
    from pathlib import Path

OURS = ROOT / "overrides"
SPEAKING = [path for path in sorted(OURS.rglob("*")) if path.suffix in theme.SPEAKING]
# Letters that only Vietnamese has, but for those by which the search knows where a tone stands.
VIETNAMESE = re.compile(r"[ăâđêôơưấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựảạẻẽẹỉĩịỏọủũụỷỹỵ]", re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
TONES = re.compile(r"^.*(const OLD|const plain|\.replace\(/).*$", re.MULTILINE)


def laid(root: Path, language: str = "vi") -> dict[str, str]:
    """The theme of a ward in a language, its texts by name."""
    theme.write(root, language)
    found = Project(root).theme
    return {name: (found / name).read_text() for name in theme.files(root) if (found / name).suffix in theme.SPEAKING}


def own(root: Path, name: str, text: str) -> Path:
    """A file of the ward's own."""
    path = root / "overrides" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('<p>{{ _("Search") }}</p>', '<p>{{ "Tìm kiếm" }}</p>'),
        ('{{ _("Page {number}")|replace("{number}", each)|e }}', '{{ "Trang {number}"|replace("{number}", each)|e }}'),
        ('say(button, _("Link copied"));', 'say(button, "Đã chép liên kết");'),
        ('const lodash_("x"); page._("Search")', 'const lodash_("x"); page._("Search")'),
        ('{{ _("Nobody translated this") }}', '{{ "Nobody translated this" }}'),
    ],
)
def test_words_become_literals(written: str, shown: str) -> None:
    """What gettext knows is put in its place, what it does not know stands for itself; nothing else changes."""
    assert theme.speak(written, "vi") == shown


def test_a_ward_without_a_theme_has_the_products(tmp_path: Path) -> None:
    """Every file, and nothing else."""
    theme.write(tmp_path, "vi")
    names = {path.relative_to(OURS) for path in OURS.rglob("*") if path.is_file()}
    assert {
        path.relative_to(tmp_path / "build/theme") for path in (tmp_path / "build/theme").rglob("*") if path.is_file()
    } == names


def test_a_wards_own_file_stands_for_the_products(tmp_path: Path) -> None:
    """That one alone, spoken like the others, and no longer than it is there."""
    before = laid(tmp_path)
    footer = own(tmp_path, "partials/footer.html", '<p>{{ _("Home") }}</p>')
    after = laid(tmp_path)
    assert after["partials/footer.html"] == '<p>{{ "Trang chủ" }}</p>'
    assert {name for name in after if after[name] != before[name]} == {"partials/footer.html"}
    footer.unlink()
    assert laid(tmp_path) == before


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    """Instead of half a theme."""
    own(tmp_path, "partials/footer.html", "").write_bytes(b"\xff\xfe")
    with pytest.raises(Stopped) as stopped:
        theme.write(tmp_path, "vi")
    assert [found.where.path for found in stopped.value.problems] == ["overrides/partials/footer.html"]


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.relative_to(OURS).as_posix())
def test_no_word_stands_outside_gettext(path: Path) -> None:
    """Comments aside, templates, styles and scripts are written in English."""
    text = TONES.sub("", COMMENT.sub("", path.read_text(encoding="utf-8")))
    assert not VIETNAMESE.findall(text)


def test_words_need_no_escape() -> None:
    """A word of the theme stands in HTML, in an attribute, in a script as it is."""
    known = catalogue(PAGE, "vi")
    said = {words for path in SPEAKING for words in theme.messages(path.read_text(encoding="utf-8"))}
    assert said
    assert not [words for words in said for shown in (words, known.gettext(words)) if set('<>&"\\') & set(shown)]
