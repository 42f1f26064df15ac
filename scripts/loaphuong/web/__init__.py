"""Edition → the residents' page: pages, feeds, search, structured data, and the site built from them."""
