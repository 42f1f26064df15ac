"""Nobody is harmed: what stands between a text and the people it tells of."""

from loaphuong.content.consent.people import allows, check, check_article

__all__ = ["allows", "check", "check_article"]
