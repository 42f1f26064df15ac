"""Make sure that there is a Chromium to drive: one that is here already, else Debian's.

Run by `make test`. CHROMIUM names one explicitly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "microsoft-edge-stable", "msedge")
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    Path("/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
)
CURE = """No Chromium was found for the browser tests.
Install one (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM to the path of one, then run again.
Không thấy trình duyệt Chromium để chạy các kiểm thử trang. Hãy cài một trình duyệt (Debian, Ubuntu:
sudo apt-get install chromium), hoặc đặt biến CHROMIUM bằng đường dẫn tới trình duyệt có sẵn, rồi chạy lại."""


def found() -> str | None:
    """The browser to drive; None if there is none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    for name in NAMES:
        if path := shutil.which(name):
            return path
    return next((str(path) for path in PLACES if path.is_file()), None)


def install() -> bool:
    """Install Debian's Chromium, where apt is and we may; whether that went well."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    # Another apt may be at work: wait for it rather than fail.
    waiting = [apt, "-qq", "-o", "DPkg::Lock::Timeout=300"]
    steps = ([*waiting, "update"], [*waiting, "install", "--yes", "--no-install-recommends", "chromium"])
    return all(
        subprocess.run(step, env=quiet, check=False, stdout=subprocess.DEVNULL).returncode == 0 for step in steps
    )


def main() -> int:
    """0 when there is a browser."""
    if found() or (install() and found()):
        return 0
    print(CURE, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
