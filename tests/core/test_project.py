"""The places of a project: one name each, below one folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from loaphuong.core.problems import Stopped
from loaphuong.core.project import Place, Project

if TYPE_CHECKING:
    from pathlib import Path

PLACES = {attribute: place for attribute, place in vars(Project).items() if isinstance(place, Place)}


def a_project(folder: Path) -> Project:
    """A folder with a station."""
    project = Project(folder)
    project.station.parent.mkdir(parents=True)
    project.station.write_text("", encoding="utf-8")
    return project


def test_a_place_is_a_name_and_in_a_project_a_path(tmp_path: Path) -> None:
    """The class says what people are told, the project where it lies."""
    assert Project.log == "audio/log.csv"
    assert Project(tmp_path).log == tmp_path / "audio" / "log.csv"
    assert Project(tmp_path).name(Project(tmp_path).log) == Project.log


@pytest.mark.parametrize("attribute", PLACES)
def test_every_place_lies_in_the_project(attribute: str, tmp_path: Path) -> None:
    """No place leads out of the folder, and each is told with `/`."""
    path: Path = getattr(Project(tmp_path), attribute)
    assert path.resolve().is_relative_to(tmp_path)
    assert Project(tmp_path).name(path) == PLACES[attribute]


def test_no_two_places_are_one() -> None:
    """Each name stands once."""
    assert len(set(PLACES.values())) == len(PLACES)


@pytest.mark.parametrize("below", ["", "content", "content/guong-tot"])
def test_a_project_is_found_from_any_of_its_folders(below: str, tmp_path: Path) -> None:
    """The nearest folder upward with a station is it."""
    project = a_project(tmp_path)
    (tmp_path / below).mkdir(parents=True, exist_ok=True)
    assert Project.find(tmp_path / below) == project


def test_a_folder_outside_of_any_project_is_told(tmp_path: Path) -> None:
    """With what a project would have."""
    with pytest.raises(Stopped) as stopped:
        Project.find(tmp_path)
    (found,) = stopped.value.problems
    assert (found.id, dict(found.values)["landmark"]) == ("no-project", Project.station)
