"""Clips → Episode: assembly, mastering, and the gate on the decoded file.

desk = studio.Studio(root, station, identities, speak=lambda said: voices.render(said, …), jobs=4)
episode = studio.bulletin(desk, programme, utterances, title)
"""

from loaphuong.radio.studio.delivery import deliver
from loaphuong.radio.studio.episodes import Studio, bulletin, loop, reading, says
from loaphuong.radio.studio.film import code_still, film, name_still
from loaphuong.radio.studio.package import MANIFEST, load, load_all, told_refs

__all__ = [
    "MANIFEST",
    "Studio",
    "bulletin",
    "code_still",
    "deliver",
    "film",
    "load",
    "load_all",
    "loop",
    "name_still",
    "reading",
    "says",
    "told_refs",
]
