"""content/*.md → articles, codes, models, topics, pages, with every problem of all of them at once.

`listing` finds the files; `source` makes one a text, `frontmatter` its keys, `schema` types them, `nouns` makes nouns;
`body` and `pictures` check what is written below, `references` what one file says of another; `load` does it all.
"""

from loaphuong.articles.load import load

__all__ = ["load"]
