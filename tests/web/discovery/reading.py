"""How these tests read what machines are told."""

from __future__ import annotations

from tests.making import a_station

WARD = a_station().ward
SLUG = "con-ngo-sach-moi-som-mai"
