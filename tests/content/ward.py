"""A ward on disk: the least that content/ needs, and what a test writes over it."""

from collections.abc import Mapping
from pathlib import Path

ARTICLE = """---
title: Bài một
summary: Tóm tắt của bài một.
genre: guong
published_at: 20/11/2026 07:30
author: Ban biên tập
---
Bà con tổ dân phố cùng nhau dọn ngõ.
"""
LEAST = {
    "index.md": "---\ntitle: Phường thử\nsummary: Trang thử.\n---\n",
    "guong-tot/index.md": "---\ntitle: Gương tốt\nsummary: Người tốt, việc tốt.\n---\n",
}


def write(root: Path, files: Mapping[str, str | bytes], least: Mapping[str, str] = LEAST) -> Path:
    """Write the least ward below `root`/content, then `files` over it."""
    for name, text in {**least, **files}.items():
        path = root / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root
