"""A metric over the parameter grid of a sweep: heat maps, slices, neighbours, luck."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

import numpy as np
import numpy.typing as npt
import polars as pl

from tapedeck.errors import NotFoundError, nearest

EULER_MASCHERONI = 0.5772156649015329
LESS_IS_BETTER = frozenset({"max_drawdown", "volatility", "implementation_shortfall"})


@dataclass(frozen=True)
class HeatMap:
    """One metric over two parameters; a cell is the median of all sets that share its two values.

    Attributes:
        metric: column of `run_metrics`.
        across: parameter of the columns.
        down: parameter of the rows.
        columns: its values, ascending.
        rows: its values, ascending.
        medians: by row, then by column; NaN where no set has the metric.
        counts: sets behind each cell.
        chosen: row and column of the best set; None if no set has the metric.
        sets_tried: sets of the sweep.
        window: all, train or test.
    """

    metric: str
    across: str
    down: str
    columns: Sequence[Any]
    rows: Sequence[Any]
    medians: npt.NDArray[np.float64]
    counts: npt.NDArray[np.int64]
    chosen: tuple[int, int] | None
    sets_tried: int
    window: str

    def frame(self) -> pl.DataFrame:
        """The medians as a table: a row for each value down, a column for each value across."""
        first = pl.Series(self.down, list(self.rows))
        cells = {
            f"{self.across}={value}": self.medians[:, i] for i, value in enumerate(self.columns)
        }
        return pl.DataFrame(cells).insert_column(0, first)


def heat_map(
    sets: pl.DataFrame,
    across: str,
    down: str,
    metric: str,
    *,
    sets_tried: int | None = None,
    window: str = "all",
) -> HeatMap:
    """The heat map of one window of dates of a sweep.

    Args:
        sets: rows of `Lake.sets` of one window.
        across: parameter of the columns.
        down: parameter of the rows.
        metric: column of `run_metrics`; what is infinite counts as undefined.
        sets_tried: sets of the sweep; the rows given if None.
        window: name of the window, for titles.
    """
    for name in (across, down, metric):
        if name not in sets.columns:
            raise NotFoundError(f"the sets have no column {name}: {nearest(name, sets.columns)}")
    defined = _defined(sets, metric)
    columns = sets[across].unique().drop_nulls().sort().to_list()
    rows = sets[down].unique().drop_nulls().sort().to_list()
    medians = np.full((len(rows), len(columns)), np.nan)
    counts = np.zeros((len(rows), len(columns)), dtype=np.int64)
    column_of = {value: i for i, value in enumerate(columns)}
    row_of = {value: i for i, value in enumerate(rows)}
    cells = defined.group_by(down, across).agg(
        pl.col(metric).median().alias("median"), pl.len().alias("sets")
    )
    for row, column, median, count in cells.iter_rows():
        medians[row_of[row], column_of[column]] = median
        counts[row_of[row], column_of[column]] = count
    best = _best_first(defined, metric).head(1)
    chosen = None
    if len(best):
        chosen = (row_of[best[down][0]], column_of[best[across][0]])
    tried = len(sets) if sets_tried is None else sets_tried
    return HeatMap(metric, across, down, columns, rows, medians, counts, chosen, tried, window)


def slices(sets: pl.DataFrame, parameters: Sequence[str], metric: str) -> pl.DataFrame:
    """How the sets that have a value of a parameter did, whatever the other parameters were.

    Columns: parameter, value (as text), sets, lowest, quartile_1, median, quartile_3, highest of
    the metric, and above_zero: the share of the sets whose metric is positive.
    """
    value = pl.col(metric)
    found = [
        _defined(sets, metric)
        .group_by(name)
        .agg(
            pl.len().cast(pl.Int64).alias("sets"),
            value.min().alias("lowest"),
            value.quantile(0.25, "linear").alias("quartile_1"),
            value.median().alias("median"),
            value.quantile(0.75, "linear").alias("quartile_3"),
            value.max().alias("highest"),
            (value > 0).mean().alias("above_zero"),
        )
        .sort(name)
        .select(
            pl.lit(name).alias("parameter"),
            pl.col(name).cast(pl.String).alias("value"),
            pl.exclude(name),
        )
        for name in parameters
    ]
    return pl.concat(found) if found else pl.DataFrame()


def stability(
    sets: pl.DataFrame,
    parameters: Sequence[str],
    metric: str,
    top: int = 10,
) -> pl.DataFrame:
    """The best sets beside their neighbours: sets one step away in exactly one parameter.

    A peak that its neighbours do not share is luck more often than skill. Columns: rank, symbols,
    the parameters, the metric, neighbours (how many have the metric), neighbour_median,
    neighbour_worst.
    """
    defined = _defined(sets, metric)
    steps = {name: defined[name].unique().drop_nulls().sort().to_list() for name in parameters}
    found = {
        (row[0], *row[1:-1]): float(row[-1])
        for row in defined.select("symbols", *parameters, metric).iter_rows()
    }
    best = _best_first(defined, metric).head(top)
    worst = max if metric in LESS_IS_BETTER else min
    rows = []
    for rank, row in enumerate(best.iter_rows(named=True), start=1):
        place = [row[name] for name in parameters]
        near = [
            found[key]
            for key in _neighbours(row["symbols"], place, list(steps.values()))
            if key in found
        ]
        rows.append(
            {"rank": rank, "symbols": row["symbols"]}
            | dict(zip(parameters, place, strict=True))
            | {metric: float(row[metric]), "neighbours": len(near)}
            | {
                "neighbour_median": float(np.median(near)) if near else None,
                "neighbour_worst": worst(near) if near else None,
            }
        )
    return pl.DataFrame(rows)


def expected_best(sharpes: pl.Series, trials: int) -> float:
    """The Sharpe ratio that the best of so many trials without any skill is expected to have.

    `σ ((1 − γ) Φ⁻¹(1 − 1/N) + γ Φ⁻¹(1 − 1/(N e)))`, σ the deviation of the ratios of all sets, N
    the trials, γ the Euler-Mascheroni constant; in the unit of the ratios. The trials of a grid
    resemble each other, so the true figure is lower. NaN with fewer than two trials.

    Source: D. H. Bailey, M. López de Prado, "The deflated Sharpe ratio", Journal of Portfolio
    Management 40 (5), 2014.
    """
    finite = sharpes.drop_nulls().filter(sharpes.drop_nulls().is_finite())
    deviation = finite.std()
    if trials < 2 or not isinstance(deviation, float):
        return math.nan
    quantile = NormalDist().inv_cdf
    return deviation * (
        (1 - EULER_MASCHERONI) * quantile(1 - 1 / trials)
        + EULER_MASCHERONI * quantile(1 - 1 / (trials * math.e))
    )


def _defined(sets: pl.DataFrame, metric: str) -> pl.DataFrame:
    return sets.filter(pl.col(metric).is_not_null() & pl.col(metric).cast(pl.Float64).is_finite())


def _best_first(sets: pl.DataFrame, metric: str) -> pl.DataFrame:
    falling = metric not in LESS_IS_BETTER
    return sets.sort(metric, "position", "symbols", descending=[falling, False, False])


def _neighbours(
    symbols: str, place: Sequence[Any], steps: Sequence[Sequence[Any]]
) -> list[tuple[Any, ...]]:
    found = []
    for i, values in enumerate(steps):
        if place[i] is None:
            continue
        here = values.index(place[i])
        for near in (here - 1, here + 1):
            if 0 <= near < len(values):
                found.append((symbols, *place[:i], values[near], *place[i + 1 :]))
    return found
