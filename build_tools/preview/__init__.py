"""What is kept between the rebuilds of a preview.

`store` says how; `converted` keeps what Markdown makes of a page, `rendered` what the theme does.
`hooks/conversion.py` and `hooks/preview.py` ask them.
"""
