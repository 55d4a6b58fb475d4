"""Fewer points that look the same, and frames of any library as Polars."""

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


def thin(
    x: npt.NDArray[Any], y: npt.NDArray[Any], most: int = MOST_POINTS
) -> npt.NDArray[np.int64]:
    """Which points of a line to draw: its first and last, and the lowest and highest of each
    stretch, so that no peak is lost; ascending, at most so many, all if there are no more.

    Args:
        x: of the line, ascending; taken for its length only.
        y: of the line; NaN is never chosen as an extreme.
        most: points to keep, at least 4.
    """
    if len(x) <= most:
        return np.arange(len(x))
    edges = np.linspace(0, len(x), (most - 2) // 2 + 1).astype(np.int64)
    low = np.where(np.isnan(y), np.inf, y)
    high = np.where(np.isnan(y), -np.inf, y)
    kept = {0, len(x) - 1}
    for start, end in zip(edges[:-1], edges[1:], strict=True):
        kept.add(int(start + np.argmin(low[start:end])))
        kept.add(int(start + np.argmax(high[start:end])))
    return np.array(sorted(kept))
