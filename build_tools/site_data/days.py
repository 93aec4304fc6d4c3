"""Days, as the data files of the site give them."""

import datetime
from typing import Annotated

from pydantic import AfterValidator

# What a file can bear as its date, which packed files do: in seconds from 1970, in 32 bits.
_FIRST_YEAR, _LAST_YEAR = 1970, 2105


def _check_day(value: str) -> str:
    try:
        right = datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        right = False
    if not right:
        raise ValueError("must be a day as YYYY-MM-DD")
    if not _FIRST_YEAR <= int(value[:4]) <= _LAST_YEAR:
        raise ValueError(f"must be between {_FIRST_YEAR} and {_LAST_YEAR}")
    return value


Day = Annotated[str, AfterValidator(_check_day)]
