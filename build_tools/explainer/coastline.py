"""The coast that the map shows: a committed GeoJSON file, drawn by `draw_coastline`."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from build_tools.explainer.topojson import Ring
from build_tools.files.data_files import DataFile
from build_tools.files.models import StrictModel
from build_tools.problems import Place, Problem

_CREDIT = "Natural Earth, public domain; by way of the npm package world-atlas 2.0.2 (land-10m)"


@dataclass(frozen=True)
class Coast:
    """Closed rings of land, in degrees: those of the islands, and coarser ones of the region."""

    islands: tuple[Ring, ...]
    region: tuple[Ring, ...]


class _Land(StrictModel):
    type: Literal["MultiPolygon"] = "MultiPolygon"
    coordinates: tuple[tuple[Ring], ...]


class _Properties(StrictModel):
    name: str


class _Feature(StrictModel):
    type: Literal["Feature"] = "Feature"
    properties: _Properties
    geometry: _Land


class _CoastFile(StrictModel):
    type: Literal["FeatureCollection"] = "FeatureCollection"
    credit: str = _CREDIT
    features: tuple[_Feature, _Feature]


def load_coast(
    path: Path,
    shown: str,
    docs: Path,  # noqa: ARG001 - as every data file is loaded
) -> tuple[Coast | None, tuple[Problem, ...]]:
    """Load the coast; None if there is none, and with a problem if it is not as drawn."""
    try:
        file = _CoastFile.model_validate_json(path.read_bytes())
        lands = {feature.properties.name: feature.geometry for feature in file.features}
        parts = (lands[name].coordinates for name in ("islands", "region"))
        return Coast(*(tuple(ring for (ring,) in part) for part in parts)), ()
    except FileNotFoundError:
        return None, ()
    except (OSError, ValidationError, KeyError):
        message = "the coast must exist, as `make map` draws it"
        hint = "run `make map`; it needs npm"
        return None, (Problem(Place(shown), "coastline", message, hint),)


COAST_FILE = DataFile[Coast | None]("_data/coastline.geojson", None, load_coast)


def render_coast(coast: Coast) -> str:
    """Return the text of the coast's file: GeoJSON, one ring to a line."""
    file = _CoastFile(
        features=(_feature("islands", coast.islands), _feature("region", coast.region))
    )
    text = json.dumps(file.model_dump(mode="json"), separators=(",", ":"))
    for part in ("[[[[", "]]],[[[", '{"type":"Feature"'):
        text = text.replace(part, f"\n{part}" if part != "]]],[[[" else "]]],\n[[[")
    return f"{text}\n"


def _feature(name: str, rings: tuple[Ring, ...]) -> _Feature:
    land = _Land(coordinates=tuple((ring,) for ring in rings))
    return _Feature(properties=_Properties(name=name), geometry=land)
