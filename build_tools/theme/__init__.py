"""Fixes to the theme's HTML, joined files, the offline archive."""
