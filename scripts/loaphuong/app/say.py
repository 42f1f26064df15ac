"""`loa say`: what a line sounds like, read as text or spoken into a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from loaphuong import station
from loaphuong.app import output
from loaphuong.core.files import TEXT_BYTES
from loaphuong.core.messages import N_, tr
from loaphuong.core.problems import Stopped, stop
from loaphuong.core.project import Project
from loaphuong.core.where import Where
from loaphuong.speech import script
from loaphuong.speech.lexicon_file import entries
from loaphuong.speech.nouns import Line
from loaphuong.speech.readings import Readings, utterances
from loaphuong.speech.spoken import Lexicon, Reader
from loaphuong.station.nouns import Dialect

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from loaphuong.app.call import Call
    from loaphuong.speech.spoken import Step


@click.command
@click.argument("texts", nargs=-1)
@click.option("--article", help=N_("A whole article, approved or not, by its title or its name."))
@click.option("--explain", is_flag=True, help=N_("Tell word by word which rule read what."))
@click.option("--wav", type=click.Path(path_type=Path, dir_okay=False), help=N_("Speak it into this file."))
@click.option("--voice", help=N_("The voice of the station to speak with."))
@click.pass_obj
def command(
    call: Call, texts: tuple[str, ...], article: str | None, explain: bool, wav: Path | None, voice: str | None
) -> int:
    """A line that cannot be read gives an empty line, its problem on stderr, exit 1."""
    if article:
        if texts:
            raise click.UsageError(tr(N_("Give words or --article, not both.")))
        return say_article(call, article, wav, voice)
    lines: Iterable[str] = texts or stdin_lines()
    code = 0
    kept: list[str] = []
    reader = open_reader(call.root)
    for number, text in enumerate(lines, 1):
        where = Where(tr(N_("argument")) if texts else "stdin", number)
        if explain:
            print_steps(reader.explain(text, where))
            continue
        reading = reader.read(text, where)
        click.echo("" if reading.problems else reading.line)
        output.print_problems((*reading.problems, *reading.doubts))
        code = max(code, output.exit_code(reading.problems))
        kept.append(text)
    if wav and not code:
        speak(call.root, kept, wav, voice)
    return code


def say_article(call: Call, name: str, wav: Path | None, voice: str | None) -> int:
    """An article as its file says it now, a spoken line for each written one, and aloud where a file is named."""
    from loaphuong.app.texts import find_text  # the rest of the ward is not needed for a few words
    from loaphuong.app.ward import load

    ward = load(call.root, call.now)
    found = find_text(ward, name).name
    written = next((each for each in ward.content.articles if each.slug == found), None)
    if written is None:
        raise stop("not-an-article", Where("loa say"), name=name)
    lines = script.article(written, ward.station.pauses).lines
    reads, problems = ward.readings.read_all(lines)
    for read in reads:
        click.echo(" ".join(sentence.spoken.words for sentence in read.sentences))
    output.print_problems((*problems, *(doubt for read in reads for doubt in read.doubts)))
    if wav and not problems:
        speak(call.root, [line.text for line in lines], wav, voice)
    return output.exit_code(problems)


def stdin_lines() -> Iterator[str]:
    """Standard input line by line, as it comes; Stopped where it is longer than a text of this house may be."""
    read, number = 0, 0
    while line := sys.stdin.buffer.readline(TEXT_BYTES + 1):
        read, number = read + len(line), number + 1
        if read > TEXT_BYTES:
            raise stop("say-too-long", Where("stdin", number), limit=TEXT_BYTES // 1024)
        yield line.decode("utf-8", "replace").rstrip("\r\n")


def print_steps(steps: Iterable[Step]) -> None:
    """Which rule read what, a token a line."""
    rows = [(step.written, step.kind, step.rule, step.spoken) for step in steps]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    for written, kind, rule, spoken in rows:
        click.echo(f"{written:<{widths[0]}}  {kind:<{widths[1]}}  {rule:<{widths[2]}}  {spoken}")


def open_reader(root: Path | None) -> Reader:
    """How this station reads; without a project, how every station does."""
    if root is None:
        return Reader(Lexicon(), Dialect())
    own, problems = entries(root)
    known, _ = station.load(root)
    if problems:
        raise Stopped(problems)
    return Reader(Lexicon(own), known.dialect if known else Dialect())


def speak(root: Path, texts: Iterable[str], target: Path, voice: str | None) -> None:
    """Say lines into a WAV file; Stopped for an unknown voice or a line that cannot be read."""
    from loaphuong.core import files
    from loaphuong.speech import sound, voices  # only here: reading alone needs no voice

    known = station.require(root)
    name = voice or known.main.announcers[0]
    if name not in {each.name for each in known.voices}:
        names = ", ".join(each.name for each in known.voices)
        raise stop("voice-unknown", Where(Project.station), voice=name, known=names)
    lines = [Line(text, Where("loa say", number)) for number, text in enumerate(texts, 1)]
    reads, found = Readings(open_reader(root)).read_all(lines)
    said = utterances([reads], (name,), known.pauses.sentence_ms)
    if found:
        raise Stopped(found)
    if not said:
        raise stop("nothing-to-say", Where("loa say"))
    clips = voices.render(said, known.voices, root)
    gap = sound.silence(clips[0].rate_hz, known.pauses.sentence_ms)
    files.write_bytes(target, sound.to_wav(gap.join(clip.pcm for clip in clips), clips[0].rate_hz))
