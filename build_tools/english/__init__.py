"""What is known of the English language: words, their families, and what they do to a sentence.

Lists and patterns alone; whatever works with them is in `text` and above, and looks for no English of
its own. Another language needs a package of the same names in the place of this one.
`files/site_config.py` refuses a site in any language but `LANGUAGE`; dates, plain pages and the head of
each page are in it, and what `intake/` reads in Latin letters is taken to be.
"""

# The language that these lists are of, as `theme.language` in mkdocs.yml names it (ISO 639-1).
LANGUAGE = "en"
