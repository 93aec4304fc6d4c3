"""The library behind the explainer: sources, citations, checks and generated pages."""
