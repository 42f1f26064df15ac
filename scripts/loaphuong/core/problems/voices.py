"""Messages about voices."""

from loaphuong.core.messages import N_
from loaphuong.core.problems.entry import Entry

PAGE = {
    "voice-unknown": Entry(
        "station",
        N_("There is no voice named “{voice}”"),
        N_("Use one of: {known}; or describe it in a table [giong.{voice}]."),
    ),
    "voice-unknown-engine": Entry(
        "station",
        N_("Voice “{voice}”: there is no engine “{engine}”"),
        N_("Use one of: {known}; or the import path of a class, such as my_station.voices:Nam."),
    ),
    "voice-not-allowed": Entry(
        "environment",
        N_("Voice “{voice}” would run a program that this machine does not allow: {program}"),
        N_("Whoever looks after this machine looks what it does, then adds it as a line to {place}"),
    ),
    "voice-option": Entry(
        "station",
        N_("Voice “{voice}”: option “{option}” is “{value}”"),
        N_("It must be {expected}."),
    ),
    "voice-unknown-option": Entry(
        "station",
        N_("Voice “{voice}”: engine “{engine}” has no option “{option}”"),
        N_("Its options are: {known}."),
    ),
    "voice-missing-engine": Entry(
        "environment",
        N_("Voice “{voice}” cannot be opened: {reason}"),
        N_("Install what it needs ({package}), or name another engine in audio/station.toml."),
    ),
    "voice-missing-file": Entry(
        "environment",
        N_("Voice “{voice}”: “{path}” is missing or cannot be read: {reason}"),
        N_("Put the file there, or correct its path in audio/station.toml."),
    ),
    "voice-missing-key": Entry(
        "environment",
        N_("Voice “{voice}”: the environment has no {variable}"),
        N_("Set {variable} to the key of the speech server before running the command; never write it in a file."),
    ),
    "voice-failed": Entry(
        "environment",
        N_("Voice “{voice}” could not say “{words}”: {reason}"),
        N_(
            "Run the command again; if it stays, look at the engine, "
            "or give the voice a `fallback` in audio/station.toml."
        ),
    ),
    "voice-crashed": Entry(
        "environment",
        N_("Voice “{voice}” broke down or hung on “{words}”"),
        N_("Run the command again; if it stays, reinstall the engine, or give the voice a `fallback`."),
    ),
    "voice-timeout": Entry(
        "environment",
        N_("Voice “{voice}” said nothing within {seconds} seconds on “{words}”"),
        N_("Look whether the engine or its server runs; `timeout_seconds` of the voice allows more time."),
    ),
    "voice-silent": Entry(
        "environment",
        N_("Voice “{voice}” gave only silence for “{words}”"),
        N_("Look at the engine's volume and model, or give the voice a `fallback`."),
    ),
    "voice-short": Entry(
        "environment",
        N_("Voice “{voice}” said only a part of “{words}”: {seconds} s for {syllables} syllables"),
        N_("Run the command again; if it stays, shorten the sentence or use another voice."),
    ),
    "voice-cut": Entry(
        "environment",
        N_("Voice “{voice}” stopped before the end of “{words}”"),
        N_(
            "Look whether the engine sends all of its sound, or give the voice a `fallback`; "
            "an engine that clears away the silence after a sentence is told by the option `trimmed = true`."
        ),
    ),
    "voice-stood-in": Entry(
        "warning",
        N_("In the recording {slot} “{other}” spoke {count} sentences for “{voice}”"),
        N_("Listen to it; look at the engine of “{voice}” or at the recordings, then record again."),
    ),
    "voice-long": Entry(
        "environment",
        N_("Voice “{voice}” took {seconds} s for the {syllables} syllables of “{words}”"),
        N_("Run the command again; if it stays, raise the voice's rate or use another voice."),
    ),
    "voice-not-sound": Entry(
        "environment",
        N_("Voice “{voice}” did not answer with WAV sound: {reason}"),
        N_("The engine must give WAV with whole-number samples (PCM), mono or stereo."),
    ),
    "voice-http": Entry(
        "environment",
        N_("Voice “{voice}”: the speech server answered {answer}"),
        N_("Check `url`, `model` and the key; a busy server may be tried again later."),
    ),
    "recording-missing": Entry(
        "content",
        N_("Nobody has read this aloud yet: “{words}”"),
        N_(
            "Read it and put the sound in {folder} with a text file of the same name "
            "that holds the words, one sentence a line."
        ),
    ),
    "recording-bad": Entry(
        "content",
        N_("The recording cannot be used: {reason}"),
        N_("Record it again as WAV, close to the microphone, without the level reaching the red."),
    ),
    "recording-quiet": Entry(
        "content",
        N_("The recording is too quiet: its loudest point is {peak} dBFS"),
        N_("Record it again closer to the microphone; the loudest point should lie between -20 and -3 dBFS."),
    ),
    "recording-clipped": Entry(
        "content",
        N_("The recording is clipped in {count} places"),
        N_("Record it again with a lower level; the loudest point should lie between -20 and -3 dBFS."),
    ),
    "recording-pieces": Entry(
        "content",
        N_("The recording does not match its text of {sentences} sentences: {reason}"),
        N_("Leave half a second between sentences, read all of them, or make one file a sentence."),
    ),
}
