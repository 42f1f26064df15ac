"""What the project brings along runs only where the machine allows it."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING

import pytest

from loaphuong.speech import voices
from tests.speech.voices.settings import a_voice, allowed, problem_of

if TYPE_CHECKING:
    from pathlib import Path


class TestAllowed:
    """What the project brings along does not run by itself."""

    MARK = "import pathlib; pathlib.Path('ran').touch()"

    def test_a_program_is_run_where_the_machine_allows_it(self, tmp_path: Path, engines: Path) -> None:
        """To the letter: other arguments are another program."""
        settings = a_voice("command", run=f'{shlex.quote(sys.executable)} -c "{self.MARK}"')
        assert problem_of(settings, tmp_path) == "voice-not-allowed"
        engines.write_text(f"{sys.executable}\n{sys.executable} -c\n", encoding="utf-8")
        assert problem_of(settings, tmp_path) == "voice-not-allowed"
        assert not (tmp_path / "ran").exists()
        assert problem_of(allowed(settings), tmp_path) == "voice-not-sound"
        assert (tmp_path / "ran").exists()

    def test_a_class_from_elsewhere_is_not_even_imported(
        self, tmp_path: Path, engines: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Nor is it when the settings alone are looked at, allowed or not."""
        monkeypatch.syspath_prepend(tmp_path)
        monkeypatch.chdir(tmp_path)
        (tmp_path / "kho").mkdir()
        (tmp_path / "kho/giong.py").write_text(f"{self.MARK}\nclass Nam: ...\n", encoding="utf-8")
        settings = a_voice("kho.giong:Nam")
        assert problem_of(settings, tmp_path) == "voice-not-allowed"
        engines.write_text("kho.giong:Nam\n", encoding="utf-8")
        assert voices.settings_problems([settings], tmp_path) == ()
        assert not (tmp_path / "ran").exists()

    def test_a_list_in_the_project_allows_nothing(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Whoever writes the project would write it too."""
        monkeypatch.setenv("LOA_ENGINES", str(tmp_path / "engines.txt"))
        assert problem_of(allowed(a_voice("command", run="true")), tmp_path) == "voice-not-allowed"

    @pytest.mark.usefixtures("engines")
    def test_settings_are_checked_on_any_machine(self, tmp_path: Path) -> None:
        """A wrong option is named where nothing is allowed, and what only the recording machine has is not asked."""
        found = voices.settings_problems(
            [a_voice("command", run="noi", speed="2"), a_voice("command", run="noi"), a_voice("espeek")], tmp_path
        )
        assert [each.id for each in found] == ["voice-unknown-option", "voice-unknown-engine"]
