"""The ways a message leaves the house: a bell, a letter, a webhook. How they are reached, secrets and all, only the
environment says.
"""

from __future__ import annotations

import json
import os
import smtplib
import ssl
import sys
from email.message import EmailMessage
from http.client import HTTPConnection as PlainConnection
from http.client import HTTPException, HTTPSConnection
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlencode

from loaphuong.core.addresses import split_link
from loaphuong.core.problems import stop
from loaphuong.core.where import Where

if TYPE_CHECKING:
    from collections.abc import Sequence
    from urllib.parse import SplitResult

SMTP, WEBHOOK = "LOA_SMTP_URL", "LOA_WEBHOOK_URL"
EXAMPLES = {SMTP: "smtps://tên:mật-khẩu@thu.phuong.example:465", WEBHOOK: "https://bao.phuong.example/nhan"}
PATIENCE_SECONDS = 20
ANSWER_BYTES = 1_000_000
AT_HOME = frozenset({"localhost", "127.0.0.1", "::1"})


def read_address(variable: str, way: str, schemes: Sequence[str]) -> SplitResult:
    """Where to send, from the environment; Stopped where it is not said, or not safely."""
    written = os.environ.get(variable, "")
    parts = split_link(written)
    plain = parts.scheme in {"http", "smtp"} and parts.hostname not in AT_HOME
    if parts.scheme not in schemes or not parts.hostname or plain:
        raise stop("watch-unset", Where(variable), way=way, variable=variable, example=EXAMPLES[variable])
    return parts


def sound_bell() -> None:
    """A sound from the machine that runs the command."""
    if sys.platform == "win32":
        import winsound

        winsound.MessageBeep(winsound.MB_ICONEXCLAMATION)
    else:
        # Past the streams, which let nothing steer a terminal.
        os.write(sys.stderr.fileno(), b"\a")


def send_mail(to: Sequence[str], subject: str, text: str) -> None:
    """A letter to some; Stopped if it did not leave. smtps, or smtp that turns to TLS; plain only to this machine."""
    parts = read_address(SMTP, "e-mail", ("smtps", "smtp", "smtp+starttls"))
    host, user = parts.hostname or "", unquote(parts.username or "")
    letter = EmailMessage()
    letter["Subject"] = " ".join(subject.split())
    letter["From"] = os.environ.get("LOA_MAIL_FROM") or (user if "@" in user else f"loa@{host}")
    letter["To"] = ", ".join(to)
    letter.set_content(text)
    try:
        if parts.scheme == "smtps":
            context = ssl.create_default_context()
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, parts.port or 465, timeout=PATIENCE_SECONDS, context=context)
        else:
            server = smtplib.SMTP(host, parts.port or 587, timeout=PATIENCE_SECONDS)
        with server:
            if parts.scheme == "smtp+starttls":
                server.starttls(context=ssl.create_default_context())
            if user:
                server.login(user, unquote(parts.password or ""))
            server.send_message(letter)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise stop("watch-untold", Where(SMTP), way="e-mail", reason=type(error).__name__, variable=SMTP) from error


def call_webhook(data: object) -> None:
    """JSON to the webhook by POST; Stopped if it was not taken. No other address is followed."""
    parts = read_address(WEBHOOK, "webhook", ("https", "http"))
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    body = json.dumps(data, ensure_ascii=False).encode()
    try:
        status, _ = ask(parts, "POST", path, body)
        reason = "" if 200 <= status < 300 else str(status)
    except (OSError, HTTPException, ValueError) as error:
        reason = type(error).__name__
    if reason:
        raise stop("watch-untold", Where(WEBHOOK), way="webhook", reason=reason, variable=WEBHOOK)


def post_form(url: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Pairs, as a form sends them, to an address; why it did not take them, or nothing."""
    parts = split_link(url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        status, _ = ask(parts, "POST", path, urlencode(pairs).encode(), "application/x-www-form-urlencoded")
    except (OSError, HTTPException, ValueError) as error:
        return type(error).__name__
    return "" if 200 <= status < 300 else str(status)


def ask(
    parts: SplitResult, method: str, path: str, body: bytes | None = None, kind: str = "application/json; charset=utf-8"
) -> tuple[int, bytes]:
    """The status and the answer of a server; `kind` is the type of the body."""
    way = HTTPSConnection if parts.scheme == "https" else PlainConnection
    connection = way(parts.hostname or "", parts.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request(method, path, body, {"Content-Type": kind} if body else {})
        answer = connection.getresponse()
        return answer.status, answer.read(ANSWER_BYTES)
    finally:
        connection.close()


def fetch(url: str) -> bytes | None:
    """What lies at an address; None if it cannot be had."""
    parts = split_link(url)
    try:
        status, data = ask(parts, "GET", parts.path or "/")
    except (OSError, HTTPException, ValueError):
        return None
    return data if status == 200 else None
