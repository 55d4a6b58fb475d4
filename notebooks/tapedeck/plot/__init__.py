"""Draws what came out of runs and sweeps, with matplotlib.

Every function takes the frames that `tapedeck.Lake` returns (`Rows`, or the same as Polars or
pandas), draws into the axes it is given or into new ones, and returns them.
"""

from tapedeck.plot.curves import (
    daily_returns,
    equity,
    growth,
    histogram,
    monthly_returns,
    rolling_sharpe,
    underwater,
)
from tapedeck.plot.grid import distribution, heat_map, slices
from tapedeck.plot.thinning import thin
from tapedeck.plot.trades import costs, positions, price, round_trips

__all__ = [
    "costs",
    "daily_returns",
    "distribution",
    "equity",
    "growth",
    "heat_map",
    "histogram",
    "monthly_returns",
    "positions",
    "price",
    "rolling_sharpe",
    "round_trips",
    "slices",
    "thin",
    "underwater",
]
