# ruff: noqa: A005 - a room of the house, inside a package
