"""Any Markdown, and its words."""

from __future__ import annotations

from hypothesis import strategies as st

MARKDOWN = st.text(
    st.one_of(st.sampled_from("#*_`[]()<>!-|\\&\n :.1aạđ\u0301\"'/{}=~"), st.characters(exclude_categories=["Cs"])),
    max_size=300,
)
