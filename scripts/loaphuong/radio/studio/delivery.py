"""The file that one loudspeaker system takes: of its master, at its bit rate, as often in it as it is to be said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.core.digest import of_file
from loaphuong.core.files import link, replacement
from loaphuong.core.where import Where
from loaphuong.radio.episode import MediaFile
from loaphuong.radio.studio import ffmpeg, gate

if TYPE_CHECKING:
    from pathlib import Path

    from loaphuong.radio.episode import Episode
    from loaphuong.station.entry_form import SpeakerSystem

# What the studio's own files have.
KBPS, RATE_HZ = 128, 48_000
# Of one master the samples are kept beside the MP3: a lower bit rate is made of what was not encoded before.
SAMPLES = {"loa": "wav"}


def deliver(root: Path, episode: Episode, system: SpeakerSystem, target: Path) -> MediaFile | None:
    """Put the file of a system at `target`, measured as it is; None where the episode lacks the system's master.

    What the studio made is taken as it is where that will do. Paths of an episode are below `root`.
    """
    made = episode.file(system.profile)
    if made is None:
        return None
    if (system.kbps, system.times) == (KBPS, 1):
        link(root / made.path, target)
        return made
    samples = episode.file(SAMPLES.get(system.profile, ""))
    source = root / (samples or made).path
    if not source.is_file():
        source = root / made.path
    inputs = [part for _ in range(system.times) for part in ("-i", str(source))]
    places = "".join(f"[{number}:a:0]" for number in range(system.times))
    graph = f"{places}concat=n={system.times}:v=0:a=1,aresample={RATE_HZ}[out]"
    encoded = ["-map", "[out]", "-map_metadata", "0", "-ac", "1", "-c:a", "libmp3lame", "-b:a", f"{system.kbps}k"]
    with replacement(target) as beside:
        arguments = [*inputs, "-filter_complex", graph, *encoded, "-id3v2_version", "3", "-f", "mp3", str(beside)]
        ffmpeg.run(arguments, step=f"{system.key}: MP3", where=Where(target.as_posix()))
        heard = gate.measure(beside)
    facts = (target.stat().st_size, of_file(target), round(heard.seconds, 3))
    return MediaFile(target.name, *facts, heard.loudness_lufs, heard.true_peak_dbtp, system.profile)
