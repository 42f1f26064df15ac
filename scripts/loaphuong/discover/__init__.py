"""What machines ask of the site: cards, JSON-LD, search, offline, robots, redirects, headers."""
