"""Báo cáo: what was published and broadcast in a period, counted once and written in three forms."""
