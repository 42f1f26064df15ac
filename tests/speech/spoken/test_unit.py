"""docs/recipes/unit.md, followed: one line in the table, and a unit is read, with powers and “per”."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

LINE = "Bq\tbéc cơ ren"
# In a process of its own: the rules read their tables once.
PROGRAM = """
import json, sys
from loaphuong.speech.spoken.rules import measures
table = measures.table
measures.table = lambda name: table(name) + "\\n" + sys.argv[1] if name == "units" else table(name)
from loaphuong.core.where import Where
from loaphuong.speech.spoken import Reader
print(json.dumps([Reader().read(text, Where("x")).line for text in sys.argv[2:]]))
"""
READ = [
    ("Đo được 40 Bq.", "đo được bốn mươi béc cơ ren."),
    ("Dưới 100 Bq/m³ là an toàn.", "dưới một trăm béc cơ ren trên mét khối là an toàn."),
    ("Từ 5 đến 7,5 Bq/l.", "từ năm đến bảy phẩy năm béc cơ ren trên lít."),
]


@pytest.fixture(scope="module")
def read() -> list[str]:
    """Each text as it is read with the line in the table."""
    texts = [text for text, _ in READ]
    done = subprocess.run([sys.executable, "-c", PROGRAM, LINE, *texts], capture_output=True, text=True, check=True)
    found: list[str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize(("place", "spoken"), list(enumerate(spoken for _, spoken in READ)))
def test_a_new_unit_is_read(read: list[str], place: int, spoken: str) -> None:
    """Alone, per another, after a range."""
    assert read[place] == spoken
