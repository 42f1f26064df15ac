"""What may be written, as a line of the file it is written in: front matter (YAML) or station.toml."""

from __future__ import annotations

import json


def write_line(path: str, key: str, value: object) -> str:
    """`key: value`, or `key = value` in a TOML file."""
    return f"{key} = {as_toml(value)}" if path.endswith(".toml") else f"{key}: {as_yaml(value)}"


def as_yaml(value: object) -> str:
    """A value of front matter, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {as_yaml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_yaml, value)) + "]"
    return str(value)


def as_toml(value: object) -> str:
    """A value of station.toml, on one line; a text is quoted as JSON has it, which TOML reads too."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {as_toml(one)}" for key, one in value.items()) + " }" if value else "{}"
    if isinstance(value, list):
        return "[" + ", ".join(map(as_toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)
