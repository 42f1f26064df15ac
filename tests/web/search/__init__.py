"""Tests of web.search, and of the page's script that searches in what it writes."""
