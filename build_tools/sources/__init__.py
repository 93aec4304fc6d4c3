"""Articles with their records; the library; how well a paragraph fits."""
