"""The command as people meet it: words in Vietnamese, exit codes as promised, never a traceback."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import click
import pytest

from loaphuong.app import cli
from tests.app.ward import edit, story, ward
from tests.making import NOW

SLOT = "2026-11-27-1630"


class Said(NamedTuple):
    """What a command ended with and what it said."""

    code: int
    out: str
    err: str


Loa = Callable[..., Said]


@pytest.fixture
def at_now(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands at NOW."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    monkeypatch.delenv("LOA_LANG", raising=False)


@pytest.fixture
def loa(at_now: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Loa:
    """The command, called in a tiny ward."""
    monkeypatch.chdir(ward(tmp_path))

    def call(*arguments: str, stdin: str = "") -> Said:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfd.readouterr()
        code = cli.run(arguments)
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err
        return Said(code, click.unstyle(out), click.unstyle(err))

    return call


def test_check_says_that_all_is_well(loa: Loa) -> None:
    """A ward without mistakes: one good word, exit 0."""
    said = loa("check")
    assert said.code == 0
    assert "không có gì phải sửa" in said.err


def test_check_names_every_mistake_at_once(loa: Loa) -> None:
    """Two mistakes in one file, both named with line and cure, and what stands meanwhile; exit 1."""
    edit(Path("content/guong-tot/quet-ngo.md"), "genre: guong", "genre: guongg")
    edit(Path("content/guong-tot/quet-ngo.md"), "20/11/2026 07:30", "31/11/2026 07:30")
    said = loa("check")
    assert said.code == 1
    assert "content/guong-tot/quet-ngo.md:4: " in said.out
    assert "content/guong-tot/quet-ngo.md:5: " in said.out
    assert said.out.count("→") == 3
    assert "bản Người duyệt thử duyệt ngày 21/11/2026 vẫn đăng" in said.out


def test_check_of_one_file_is_silent_about_others(loa: Loa) -> None:
    """An editor asks about the file at hand."""
    edit(Path("content/guong-tot/quet-ngo.md"), "genre: guong", "genre: guongg")
    assert loa("check", "content/guong-tot/tuoi-cay.md").code == 0
    assert loa("check", "content/guong-tot/quet-ngo.md").code == 1
    assert loa("check", "content").code == 1


def test_check_for_machines(loa: Loa) -> None:
    """`--json` gives file, line, id, what and hint."""
    edit(Path("content/guong-tot/quet-ngo.md"), "genre: guong", "genre: guongg")
    [found] = [each for each in json.loads(loa("check", "--json").out) if each["kind"] != "warning"]
    assert (found["file"], found["line"]) == ("content/guong-tot/quet-ngo.md", 4)
    assert found["what"]
    assert found["hint"]


def test_say_reads_arguments_and_lines(loa: Loa) -> None:
    """One spoken line for each argument, or for each line of input."""
    assert loa("say", "02 Quy tắc", "dịp 30/4").out == "hai quy tắc\ndịp ba mươi tháng tư\n"
    assert loa("say", stdin="7:00\nQ. Tây Hồ\n").out == "bảy giờ\nquận tây hồ\n"


def test_say_reads_as_much_as_a_text_may_hold(loa: Loa) -> None:
    """A flood is not read to its end: what was read is said, then where it stopped and how to go on."""
    said = loa("say", stdin="a b c d\n" * 9000)
    assert said.code == 2
    assert said.out.count("\n") == 8192
    assert "stdin:8193" in said.err
    assert loa("say", stdin="a " * 40_000).code == 2


def test_say_leaves_a_line_for_what_it_cannot_read(loa: Loa) -> None:
    """An empty line keeps the others in step; the problem is told apart; exit 1."""
    said = loa("say", "100%", "xyzw", "7:00")
    assert (said.code, said.out) == (1, "một trăm phần trăm\n\nbảy giờ\n")
    assert "xyzw" in said.err


def test_say_explains_itself(loa: Loa) -> None:
    """`--explain` tells which rule read what."""
    assert re.search(r"100%\s+measure", loa("say", "--explain", "100%").out)


def test_say_speaks_into_a_file(loa: Loa) -> None:
    """`--wav` writes sound."""
    assert loa("say", "Xin chào bà con.", "--wav", "chao.wav").code == 0
    assert Path("chao.wav").read_bytes()[:4] == b"RIFF"


def test_say_reads_a_whole_article_that_nobody_approved(loa: Loa) -> None:
    """By its title; a text that is no article is a wrong call, words beside it too."""
    story(Path.cwd(), "bai-moi", "Bài mới", deed="đi lúc 7:00")
    assert "sáng nào bà con cũng đi lúc bảy giờ" in loa("say", "--article", "bai moi").out.lower()
    assert loa("say", "--article", "gioi-thieu").code == 2
    assert loa("say", "--article", "bai-moi", "7:00").code == 2


def test_plan_shows_slots_and_what_falls_away(loa: Loa) -> None:
    """The next weeks: a slot with its items, a holiday with its name."""
    said = loa("plan", "--weeks", "1", "--why")
    assert SLOT in said.out
    assert "Ngày Văn hóa Việt Nam" in said.out
    data = json.loads(loa("plan", "--weeks", "1", "--json").out)
    assert [each["slot"] for each in data["programmes"]] == [SLOT]
    assert not list(Path("audio").glob("programmes/*"))


def test_plan_begins_where_it_is_asked_to(loa: Loa) -> None:
    """No slot before the day that was named, although it is planned with those before it."""
    data = json.loads(loa("plan", "--from", "10/12/2026", "--weeks", "1", "--json").out)
    days = [each["slot"][:10] for each in (*data["programmes"], *data["unfilled"])]
    assert days
    assert min(days) >= "2026-12-10"


def test_script_gives_the_exact_words(loa: Loa) -> None:
    """A slot's kịch bản, an article's, and a page to print."""
    assert "Đây là Đài truyền thanh phường Ngõ Sen." in loa("script", SLOT).out
    assert "Sáng nào bà con cũng tưới cây." in loa("script", "tuoi-cay").out
    assert loa("script", SLOT, "--html", "kich-ban.html").code == 0
    assert "Sáng nào bà con" in Path("kich-ban.html").read_text(encoding="utf-8")


def test_script_of_nothing_known_names_the_nearest(loa: Loa) -> None:
    """A slip of the finger is answered with what was meant; exit 2."""
    said = loa("script", "tuoi-cayy")
    assert said.code == 2
    assert "tuoi-cay" in said.err


USAGE = [
    ("unknown verb", ["plann"]),
    ("unknown option", ["check", "--jsn"]),
    ("a number that is none", ["plan", "--weeks", "hai"]),
    ("a day that is none", ["plan", "--from", "31/02/2026"]),
    ("an unknown slot", ["record", "2026-11-25-1630"]),
    ("an unknown text", ["approve", "khong-co", "--by", "A B", "--title", "C"]),
    ("an unknown section", ["new", "khong-co", "Tiêu đề"]),
]


@pytest.mark.parametrize("arguments", [case[1] for case in USAGE], ids=[case[0] for case in USAGE])
def test_a_wrong_call_ends_with_2(loa: Loa, arguments: list[str]) -> None:
    """Words that make no sense: said so, nothing done."""
    said = loa(*arguments)
    assert said.code == 2
    assert said.err


CLICKS = [
    (["chekc"], "Không có lệnh 'chekc'. Ý là 'check'?"),
    (["plan", "--form"], "Không có tùy chọn '--form'. Ý là '--from'?"),
    (["plan", "--weeks"], "Tùy chọn '--weeks' cần 1 giá trị."),
    (["plan", "--weeks", "0"], "0 không nằm trong khoảng"),
    (["plan", "--weeks", "hai"], "'hai' không phải là số."),
    (["plan", "--json=có"], "Tùy chọn '--json' không nhận giá trị."),
    (["aired", SLOT, "--result", "đủ"], "'đủ' không phải 'phát đủ', 'gián đoạn', 'không phát'."),
    (["script"], "Thiếu tham số 'NAME'."),
    (["approve", "--by", "A"], "Thiếu tùy chọn '--title'."),
    (["log", "a", "b"], "Thừa tham số (a b)"),
    (["approve", "--by", "A", "--title", "B", "--key", "khong-co"], "'khong-co' không có."),
]


@pytest.mark.parametrize(("arguments", "told"), CLICKS)
def test_the_command_line_itself_speaks_vietnamese(
    loa: Loa, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    """What click says of a wrong call is translated for the click that is locked."""
    monkeypatch.setenv("LANGUAGE", "vi")
    cli.speak_the_language()
    assert told in loa(*arguments).err


def test_outside_a_ward_the_way_in_is_told(at_now: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a folder without a ward, exit 2."""
    monkeypatch.chdir(tmp_path)
    assert cli.run(["check"]) == 2


def test_a_new_article_is_a_draft_that_passes_the_check(loa: Loa) -> None:
    """`loa new` gives a file an editor can fill in; until it is ready nobody sees it."""
    said = loa("new", "guong-tot", "Đổi rác lấy cây, mỗi tuần một lần")
    path = Path("content/guong-tot/doi-rac-lay-cay-moi-tuan-mot-lan.md")
    assert path.as_posix() in said.err
    assert loa("check").code == 0
    assert loa("new", "guong-tot", "Đổi rác lấy cây, mỗi tuần một lần").code == 2
    said = loa("new", "guong-tot", "Mười hai năm giữ ngõ sạch " * 6)
    assert "/muoi-hai-nam-giu-ngo-sach-muoi-hai-nam-giu-ngo-sach-muoi-hai.md" in said.err
    assert loa("withdraw", "tuoi-cay", "--why", "Gỡ", "--by", "Phó Chủ tịch").code == 0
    Path("content/guong-tot/tuoi-cay.md").unlink()
    assert loa("new", "guong-tot", "Tưới cây").code == 2


def test_the_life_of_a_text_is_shown(loa: Loa) -> None:
    """`loa status` tells who approved what, and what was edited since."""
    edit(Path("content/guong-tot/quet-ngo.md"), "Mỗi nhà một việc", "Nhà nào cũng góp tay")
    rows = {row["name"]: row for row in json.loads(loa("status", "--json").out)}
    assert rows["tuoi-cay"]["state"] == "đã đăng"
    assert rows["quet-ngo"]["state"] == "đang sửa"
    assert "+Sáng nào bà con cũng quét ngõ. Nhà nào cũng góp tay" in loa("status", "--diff").out
    [one] = json.loads(loa("status", "content/guong-tot/quet-ngo.md", "--json").out)
    assert one["name"] == "quet-ngo"
    assert loa("status", "khong-co").code == 2


def test_the_author_does_not_approve(loa: Loa) -> None:
    """Four eyes: who wrote it cannot answer for it."""
    story(Path.cwd(), "bai-moi", "Bài mới")
    assert loa("approve", "bai-moi", "--by", "Ban biên tập", "--title", "Biên tập viên").code == 1
    assert loa("approve", "bai-moi", "--by", "Người duyệt thử", "--title", "Phó Chủ tịch").code == 0


def test_what_was_aired_is_noted_once_it_was(loa: Loa) -> None:
    """A broadcast to come cannot be logged; one that was is shown."""
    assert loa("aired", SLOT).code != 0
    assert loa("aired", "2026-11-20-1630", "--by", "Cán bộ trực").code == 0
    said = loa("log")
    assert "2026-11-20-1630" in said.out
    assert "phát đủ" in said.out
    [line] = json.loads(loa("log", "--json").out)
    assert (line["slot"], line["by"], line["result"]) == ("2026-11-20-1630", "Cán bộ trực", "phát đủ")


def test_texts_of_a_section_are_shown_alone(loa: Loa) -> None:
    """By its folder, or as the page calls it."""
    texts = json.loads(loa("status", "--section", "guong-tot", "--json").out)
    assert {text["section"] for text in texts} == {"guong-tot"}


@pytest.mark.parametrize("day", ["--from", "--to"])
def test_a_period_has_a_name_or_days(loa: Loa, day: str) -> None:
    """Not both."""
    assert loa("report", "--period", "2026-6-thang", day, "01/11/2026").code == 2


@pytest.mark.parametrize(
    "arguments",
    [(), ("2026-11-20-1630", "--all"), ("2026-11-17-1630", "2026-11-20-1630", "--at", "20/11/2026 16:30")],
)
def test_slots_are_noted_in_one_way_at_a_time(loa: Loa, arguments: tuple[str, ...]) -> None:
    """By name, all of them, or from a file; a time is of one slot."""
    said = loa("aired", *arguments, "--by", "Cán bộ trực")
    assert said.code == 2
    assert "--all" in said.err


def test_a_withdrawal_lists_what_it_cannot_reach(loa: Loa) -> None:
    """Whoever withdraws reads that it is done, and where the words still are."""
    said = loa("withdraw", "quet-ngo", "--why", "Người trong bài xin gỡ.", "--by", "Người duyệt thử")
    assert said.code == 0
    assert "Quét ngõ" in said.err
    assert "lịch sử" in said.err


def test_a_slot_is_held_and_released(loa: Loa) -> None:
    """Held twice is a slip; what is held carries nothing."""
    assert loa("hold", SLOT, "--why", "Sửa loa").code == 0
    assert loa("hold", SLOT, "--why", "Sửa loa").code == 2
    assert "Sửa loa" in loa("plan", "--weeks", "1").out
    assert loa("release", SLOT).code == 0


def test_help_and_messages_speak_english_when_asked(at_now: None, loa: Loa, monkeypatch: pytest.MonkeyPatch) -> None:
    """LOA_LANG=en shows the English words."""
    monkeypatch.setenv("LOA_LANG", "en")
    assert "nothing to mend" in loa("check").err
    monkeypatch.setenv("LOA_LANG", "fr")
    assert "không có gì phải sửa" in loa("check").err


def test_an_unforeseen_fault_is_told_kindly(loa: Loa, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of the program itself: one line, a file with the details, exit 3."""

    def fault(*_: object) -> None:
        raise RuntimeError("hỏng")

    monkeypatch.setattr("loaphuong.app.check.check", fault)
    said = loa("check")
    assert said.code == 3
    kept = re.search(r"\S+\.log", said.err)
    assert kept
    assert "RuntimeError" in Path(kept[0]).read_text(encoding="utf-8")
    Path(kept[0]).unlink()
