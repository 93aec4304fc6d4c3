"""Fixes to the theme's HTML, its policy of what may run, joined files, what the search reads."""
