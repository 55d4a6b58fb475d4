"""Fewer points that look the same, and frames of any library as Polars."""

from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import polars as pl

from tapedeck.rows import Rows

MOST_POINTS = 5_000
Frame = Rows | pl.DataFrame | pd.DataFrame


def frame(rows: Frame) -> pl.DataFrame:
    """The rows as Polars, decimals as float64 and times as timestamps."""
    if isinstance(rows, Rows):
        return rows.polars()
    return pl.from_pandas(rows) if isinstance(rows, pd.DataFrame) else rows


def thin(values: npt.NDArray[Any], most: int = MOST_POINTS) -> npt.NDArray[np.int64]:
    """Which points of a line to draw, ascending; all of them if there are no more than that.

    The first, the last, and the lowest and highest of each stretch: no peak is lost.

    Args:
        values: of the line, in order; NaN is never taken for an extreme.
        most: points to keep, at least 4.
    """
    if len(values) <= most:
        return np.arange(len(values))
    edges = np.linspace(0, len(values), (most - 2) // 2 + 1).astype(np.int64)
    low = np.where(np.isnan(values), np.inf, values)
    high = np.where(np.isnan(values), -np.inf, values)
    kept = {0, len(values) - 1}
    for start, end in pairwise(edges):
        kept.add(int(start + np.argmin(low[start:end])))
        kept.add(int(start + np.argmax(high[start:end])))
    return np.array(sorted(kept))
