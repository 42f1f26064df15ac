"""Paper and screens: what is approved, as sheets that hang on a wall, lie on a desk, or are read out."""
