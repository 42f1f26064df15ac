"""A strict policy, told in the page and by the server."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from loaphuong.web import discovery
from loaphuong.web.discovery import headers
from tests.making import an_edition
from tests.package import ROOT
from tests.web.discovery.reading import WARD


def test_policy():
    """Nothing from other hosts, no inline style, and of inline scripts only the one that is hashed."""
    policy = discovery.heads(an_edition(), ROOT)["*"]["csp"]
    assert "unsafe" not in str(policy)
    script = headers.inline([(ROOT / "overrides/partials/discover.html").read_text()])
    assert len(script) == 1
    expected = base64.b64encode(hashlib.sha256(script[0].encode()).digest()).decode()
    assert f"script-src 'self' 'sha256-{expected}';" in str(policy)
    assert "*" not in str(policy)


def test_templates_run_nothing_inline():
    """No template but the head's has a script or style of its own, or an event attribute."""

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
            names = {name for name, _ in attributes}
            assert "style" not in names, self.getpos()
            assert not {name for name in names if name.startswith("on")}, self.getpos()
            assert tag != "style", self.getpos()
            if tag == "script":
                assert names & {"src", "type"}, self.getpos()

    for template in ROOT.glob("overrides/**/*.html"):
        if template.name != "discover.html":
            Reader().feed(re.sub(r"\{\{.*?\}\}", "x", template.read_text()))


def test_form_endpoint():
    """A configured feedback form may be sent to its own host, and to no other."""
    policy = headers.policy(replace(WARD, feedback_endpoint="https://nhan.example/gui?x=1"), ())
    assert "form-action 'self' https://nhan.example;" in policy


def test_netlify():
    """Every answer carries the policy with who may frame it; feeds may be read from elsewhere."""
    text = headers.netlify(WARD, ()).decode()
    everywhere, _, rest = text.partition("/*.html")
    assert "frame-ancestors 'none'" in everywhere
    assert "Access-Control-Allow-Origin" not in everywhere
    assert "/*.xml\n  Access-Control-Allow-Origin: *\n" in rest


def test_the_box_may_be_framed():
    """It alone, by every server, under a policy of its own that lets nothing run."""
    netlify, nginx = headers.netlify(WARD, ("x",)).decode(), headers.nginx(WARD, ("x",), {}).decode()
    policy = (
        "default-src 'none'; style-src 'self'; img-src 'self'; media-src 'self'; base-uri 'none'; form-action 'none'"
    )
    taken = f"/nhung/*\n  ! Content-Security-Policy\n  Content-Security-Policy: {policy}; frame-ancestors *\n"
    assert netlify.endswith(taken)
    assert netlify.count("frame-ancestors *") == nginx.count("frame-ancestors *") == 1
    [block] = [each for each in nginx.split("\nlocation ") if each.startswith("^~ /nhung/ {")]
    assert f'Content-Security-Policy "{policy}; frame-ancestors *"' in block
    assert discovery.heads(an_edition(), ROOT)["nhung/"] == {"robots": "noindex", "csp": policy}


def test_nginx():
    """Each location repeats the headers, because nginx drops the outer ones; braces and quotes are balanced."""
    text = headers.nginx(WARD, ("x",), {"/cu.mp3": "/moi.mp3"}).decode()
    assert text.count("{") - 1 == text.count("}") - 1  # the first line speaks of `server { … }`
    moved = 1  # has none, and the server has its own
    assert text.count("Content-Security-Policy") == text.count("\nlocation ") - moved + 1
    assert "\nlocation = /cu.mp3 { return 302 /moi.mp3; }\n" in text
    assert all(line.count('"') in (0, 2) for line in text.splitlines())


def test_nginx_knows_each_ending_once():
    """Those that have headers of their own and those whose kind nginx does not know."""
    text = headers.nginx(WARD, ("x",), {}).decode()
    endings = [line.split("$")[0].rpartition(".")[2] for line in text.splitlines() if line.startswith("location ~")]
    kinds = {path.removeprefix("*.") for path, _ in headers.PATHS if path.startswith("*")}
    assert sorted(endings) == sorted(kinds | headers.TYPES.keys())
    assert "location = /nghe-lai/moi-nhat.mp3 {" in text
    for end, kind in headers.TYPES.items():
        assert f"types {{ {kind} {end}; }}" in text
