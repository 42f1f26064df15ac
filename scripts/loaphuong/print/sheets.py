"""Every sheet that the public texts make: the list of products."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from loaphuong.core.messages import N_
from loaphuong.print import cards, handbook, invitations, notices, screens, walls
from loaphuong.print.nouns import Ink

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from loaphuong.print.nouns import Copy, Sheet


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of sheet: its key, its label, and the sheets it makes of what may be printed."""

    key: str
    label: str
    make: Callable[[Copy, Ink], Iterator[Sheet]]


PRODUCTS = (
    Product("niem-yet", N_("Posting"), walls.make_postings),
    Product("phong", N_("Backdrop"), walls.make_backdrops),
    Product("the", N_("Card"), cards.make_cards),
    Product("to-gap", N_("Leaflet"), cards.make_leaflets),
    Product("man-hinh", N_("Screen"), screens.make_slides),
    Product("pano", N_("Pano and banner"), walls.make_banners),
    Product("so-tay", N_("Handbook"), handbook.make_handbook),
    Product(invitations.PRODUCT, N_("Listen again"), invitations.make_invitations),
    Product(notices.PRODUCT, N_("Notice board"), notices.make_notices),
)


def label_of(product: str) -> str:
    """What a product is called, as a message id; the key where it has no name."""
    return next((each.label for each in PRODUCTS if each.key == product), product)


def make_sheets(copy: Copy, ink: Ink = Ink.COLOR) -> tuple[Sheet, ...]:
    """Every sheet of every product, in the order of the list."""
    return tuple(sheet for product in PRODUCTS for sheet in product.make(copy, ink))
