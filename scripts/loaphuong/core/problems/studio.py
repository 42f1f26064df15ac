"""Messages about the studio."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "sound-damaged": Entry(
        "warning",
        N_("This recording was not what was made any more, so it was made again"),
        N_("Give the new recording out again; look at the disk if this comes back."),
    ),
    "episode-lost": Entry(
        "environment",
        N_("The sound of the past bulletin {slot} is neither here nor on the public page: its episode is not shown"),
        N_("Connect to the internet and build again, or bring audio/packages back from a copy."),
    ),
    "studio-ffmpeg": Entry(
        "environment",
        N_("The sound tool (ffmpeg) failed at {step}: {reason}"),
        N_("Run the command again; `loa doctor` shows whether the tool is there and what it can do."),
    ),
    "studio-no-ffmpeg": Entry(
        "environment",
        N_("The sound tool (ffmpeg) is missing: {reason}"),
        N_("Run `make setup` again: the tool comes with the package imageio-ffmpeg."),
    ),
    "studio-empty": Entry(
        "content",
        N_("“{name}” has nothing to say"),
        N_("Give it at least one sentence that can be read aloud."),
    ),
    "jingle-bad": Entry(
        "environment",
        N_("The tune cannot be used: {reason}"),
        N_("Put a whole WAV file there (PCM, at most {longest} seconds), or take the project's own one back."),
    ),
    "too-short": Entry(
        "content",
        N_("“{name}” lasts {seconds} s even at its slowest; at least {minimum} s are needed"),
        N_("Add about {missing} s of text, which is {syllables} syllables: another article or more rules."),
    ),
    "too-long": Entry(
        "content",
        N_("“{name}” lasts {seconds} s even at its fastest; at most {maximum} s are allowed"),
        N_("Leave out about {surplus} s of text, which is {syllables} syllables, or split an article in two parts."),
    ),
    "gate-duration": Entry(
        "environment",
        N_("The finished file lasts {seconds} s, not {expected}"),
        N_("Nothing was put in place. Run the command again; if it stays, report it with manifest.json."),
    ),
    "gate-loudness": Entry(
        "environment",
        N_("The finished file ({profile}) has {measured} LUFS, not {expected} ± {tolerance}"),
        N_(
            "Nothing was put in place. Check the profile in audio/station.toml: "
            "weaker compression cannot reach the loudness."
        ),
    ),
    "gate-peak": Entry(
        "environment",
        N_("The finished file ({profile}) peaks at {measured} dBTP; {expected} is the limit"),
        N_("Nothing was put in place. Lower the loudness or the true peak of the profile in audio/station.toml."),
    ),
    "gate-silence": Entry(
        "environment",
        N_("The finished file is silent for {seconds} s at {at}"),
        N_("Nothing was put in place. Listen to the sentence before it; a pause may last {longest} s at most."),
    ),
    "gate-sentences": Entry(
        "environment",
        N_("In the finished file “{words}” cannot be heard at {at}"),
        N_("Nothing was put in place. Run the command again; if it stays, look at the voice."),
    ),
    "gate-shape": Entry(
        "environment",
        N_("The finished file is {found}, not {expected}"),
        N_("Nothing was put in place. Run the command again; `loa doctor` shows what the sound tool can do."),
    ),
}
