"""content/*.md → sections, articles, codes, models, topics and pages, with every problem of all of them at once."""
