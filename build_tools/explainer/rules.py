"""The rules for the data files of this subject alone."""

from build_tools.checks.catalogue import Rule

DATA_RULES = (
    Rule(
        "islands",
        "The file of the islands' names must give each its names and scripts in Japan and Russia.",
        "Follow the comments at the head of docs/_data/islands.yml.",
        "groups: Shikotan",
        "groups:\n  - heading: Islands\n    islands:\n"
        "      - japan: {name: Shikotan, script: 色丹島}\n"
        "        russia: {name: Shikotan, script: Шикотан}",
    ),
    Rule(
        "coastline",
        "The coast of the map must exist, as it was drawn from the public-domain land.",
        "Run `make map`, which needs npm; do not edit docs/_data/coastline.geojson by hand.",
        '{"type": "FeatureCollection"}',
        "docs/_data/coastline.geojson as `make map` has made it",
    ),
)
