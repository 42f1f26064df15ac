"""What is shipped runs on Chrome 74 and iOS 15, as far as this is seen without npm; `make lint` looks more closely."""

from __future__ import annotations

import re

import pytest

from tests.package import ROOT

OURS = ROOT / "overrides"
COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|/(?:[^/\\\n ]|\\.)+/[a-z]*')
# What finds syntax, methods and globals that one of the two lacks, and a line that has it.
SCRIPTS = {
    "optional chaining": (r"\?\.(?!\d)", "a?.b"),
    "nullish": (r"\?\?", "a ?? b"),
    "logical assignment": (r"(?:\|\||&&)=(?!=)", "a ||= b"),
    "numeric separators": (r"\b\d+_\d", "1_000"),
    "private and static": (r"[.\s{]#[a-z]\w*|\bstatic\s*\{", "this.#a"),
    "modules": (r"\bimport\b|^\s*export\b", "import(name)"),
    "newer lists": (r"\.(?:at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with)\(", "list.at(-1)"),
    "grouping": (r"\b(?:groupBy|fromAsync|hasOwn|withResolvers)\b", "Object.hasOwn(a, b)"),
    "newer texts": (r"\.(?:replaceAll|isWellFormed)\(", "text.replaceAll(a, b)"),
    "newer elements": (r"\.(?:replaceChildren|checkVisibility|togglePopover|showPopover)\(", "list.replaceChildren()"),
    "newer promises": (r"\bPromise\.(?:allSettled|any|try)\b", "Promise.any(a)"),
    "newer globals": (
        r"\b(?:structuredClone|requestIdleCallback|scheduler|WeakRef|randomUUID|CompressionStream|BroadcastChannel)\b",
        "structuredClone(a)",
    ),
    "signals": (r"\bAbortSignal\.(?:timeout|any)\b", "AbortSignal.timeout(9)"),
    # Safari before 15.4 has no dialogs: asked for before it is used.
    "dialogs": (r"(?<!\? )dialog\.(?:showModal|close)\(", "dialog.showModal()"),
}
STYLES = {
    "layers and containers": (r"@(?:layer|container|scope|starting-style|property)\b", "@layer a"),
    "nesting": (r"(?:^|[{;])\s*&", "a { & b { } }"),
    "selectors": (r":(?:is|where|popover-open|user-invalid|has-slotted)\(?", ":is(a, b)"),
    "colours": (r"\b(?:color-mix|oklch|oklab|lab|lch|light-dark|color)\(", "color: oklch(1 1 1)"),
    "lengths": (r"\b\d*\.?\d+(?:d|s|l)v(?:h|w|min|max)\b", "height: 100dvh"),
    "shorthands": (r"(?:^|[{;\s])(?:margin|padding|inset)-(?:block|inline)\s*:|(?:^|[{;]\s*)inset\s*:", "{ inset: 0 }"),
    "transforms": (r"(?:^|[{;]\s*)(?:translate|rotate|scale)\s*:", "{ rotate: 3deg }"),
    "ratios": (r"\baspect-ratio\s*:", "aspect-ratio: 1"),
}
COMPARING = re.compile(r"(?:^|[^\w-])(?:min|max|clamp)\(")


def seen(text: str, known: dict[str, tuple[str, str]]) -> list[str]:
    """Which of these stand in a text."""
    return [name for name, (pattern, _) in known.items() if re.search(pattern, text, re.MULTILINE)]


def lost(styles: str) -> list[str]:
    """Declarations that a browser without min(), max() and clamp() leaves out, with nothing before them."""
    found = []
    for block in re.findall(r"\{([^{}]*)\}", styles):
        before = ""
        for declaration in (each.strip() for each in block.split(";")):
            name, _, value = declaration.partition(":")
            if COMPARING.search(value.replace("minmax(", "")) and (not before or before.split(":")[0] != name):
                found.append(declaration)
            before = declaration
    return found


@pytest.mark.parametrize("name", [*SCRIPTS, *STYLES])
def test_what_is_looked_for_is_found(name: str) -> None:
    """Each pattern finds its own example."""
    known = SCRIPTS if name in SCRIPTS else STYLES
    assert seen(known[name][1], known) == [name]


def test_what_has_no_fallback_is_found() -> None:
    """Of two declarations the one that has the same property before it is read by everybody."""
    assert lost("a { width: 9rem; width: min(9rem, 100%); height: max(1px, 2px); }") == ["height: max(1px, 2px)"]


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.js")), ids=lambda path: path.name)
def test_scripts(path) -> None:
    """No script uses what a browser of 2019 does not read."""
    assert seen(QUOTED.sub('""', COMMENT.sub("", path.read_text(encoding="utf-8"))), SCRIPTS) == []


@pytest.mark.parametrize("path", sorted(OURS.rglob("*.css")), ids=lambda path: path.name)
def test_styles(path) -> None:
    """No style leans on what it does not know, without something to fall back on."""
    text = COMMENT.sub("", path.read_text(encoding="utf-8"))
    assert (seen(text, STYLES), lost(text)) == ([], [])


def test_one_sound_is_fetched_when_it_is_asked_for() -> None:
    """Every player says `preload="none"`, in templates and in scripts."""
    texts = [path.read_text(encoding="utf-8") for path in OURS.rglob("*") if path.suffix in {".html", ".js"}]
    players = [found for text in texts for found in re.findall(r"<audio[^>]*>|make\(\"audio\", \{[^}]*\}", text)]
    assert players
    assert [each for each in players if not re.search(r'preload(?:="none"|: "none")', each)] == []
