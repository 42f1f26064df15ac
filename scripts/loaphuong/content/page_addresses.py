"""Which page of the site each file of content/ becomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loaphuong.content.nouns import SectionKind
from loaphuong.core import addresses
from loaphuong.core.project import Project

if TYPE_CHECKING:
    from collections.abc import Mapping

    from loaphuong.content.nouns import Content


def page_addresses(content: Content) -> Mapping[str, str]:
    """Every file of content/ that has a page → its address."""
    lists = {
        SectionKind.CODES: addresses.CODES,
        SectionKind.MODELS: addresses.MODELS,
        SectionKind.TOPICS: addresses.TOPICS,
        SectionKind.EVENTS: addresses.EVENTS,
    }
    found = {Project.home: addresses.HOME}
    for each in content.sections:
        if each.kind is not SectionKind.PAGES:
            found[each.where.path] = lists.get(each.kind) or addresses.section(each.slug)
    found.update((each.where.path, addresses.article(each.slug)) for each in content.articles)
    found.update((each.where.path, addresses.code(each.slug)) for each in content.codes)
    found.update((each.where.path, addresses.model(each.slug)) for each in content.models)
    found.update((each.where.path, addresses.topic(each.slug)) for each in content.topics)
    found.update((each.where.path, addresses.page(each.slug)) for each in content.pages)
    found.update((each.where.path, addresses.event(each.slug)) for each in content.events)
    return found
