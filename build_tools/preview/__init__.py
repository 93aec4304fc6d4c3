"""What is kept between the rebuilds of a preview.

`build_tools.kept` says how; `converted` keeps what Markdown makes of a page, and `rendered` what
the theme does. `hooks/conversion.py` and `hooks/preview.py` ask them.
"""
