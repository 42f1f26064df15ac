"""content/*.md → articles, codes, models, topics, pages, with every problem of all of them at once.

`load` reads; `source` makes a file a text, `frontmatter` its keys, `schema` types them, `nouns` makes the nouns, `body`
checks what is written below, `references` what one file says of another.
"""

from loaphuong.articles.load import load

__all__ = ["load"]
