"""The floors in `floors.yml`, which the tests hold what they measure to."""

from pathlib import Path
from typing import Any

import yaml

FLOORS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_suffix(".yml").read_text(encoding="utf-8")
)
