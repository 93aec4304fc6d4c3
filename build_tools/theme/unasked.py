"""What the theme publishes and no page of this site asks for: nearly half of it, once packed."""

# Each language of the search but English, in which the words of all are found.
_LANGUAGES = "assets/javascripts/lunr/"
# For whoever looks for a fault in the theme's own scripts and styles.
_MAPS = ".map"


def is_unasked(path: str) -> bool:
    """Tell whether a file, by its path in the site, is one that no page asks for."""
    return path.startswith(_LANGUAGES) or path.endswith(_MAPS)
