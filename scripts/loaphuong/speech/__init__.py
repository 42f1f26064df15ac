"""Written Vietnamese → what is said and how it sounds: script, reading, voices."""
