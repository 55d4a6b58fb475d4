"""Equity over time and what is made of its returns."""

import math
from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.colors import TwoSlopeNorm
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from tapedeck.plot.thinning import Frame, frame, thin

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
SESSIONS_A_YEAR = 252


def equity(curve: Frame, *, log: bool = False, title: str = "", label: str = "") -> Figure:
    """Equity over the depth below its highest so far, one time axis for both.

    Args:
        curve: rows of `Lake.equity`: ts_event and equity, in currency.
        log: whether equal distances are equal ratios.
        title: above; say how many sets were tried.
        label: name of the curve in the legend; no legend without.
    """
    figure, (upper, lower) = plt.subplots(
        2, 1, sharex=True, figsize=(10, 5.5), height_ratios=[3, 1], layout="constrained"
    )
    rows = frame(curve)
    times, money = rows["ts_event"].to_numpy(), rows["equity"].to_numpy()
    kept = thin(money)
    upper.plot(times[kept], money[kept], linewidth=1.2, label=label or None)
    upper.set_ylabel("equity")
    upper.set_title(title)
    if log:
        upper.set_yscale("log")
    if label:
        upper.legend(frameon=False)
    underwater(rows, ax=lower)
    _quiet(upper)
    return figure


def growth(curves: Mapping[str, Frame], *, ax: Axes | None = None) -> Axes:
    """Several equity curves on one axis, each over its own start, less one; labels to curves."""
    axes = ax or _axes()
    for label, curve in curves.items():
        rows = frame(curve)
        money = rows["equity"].to_numpy()
        kept = thin(money)
        axes.plot(rows["ts_event"].to_numpy()[kept], money[kept] / money[0] - 1, label=label)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=1))
    axes.axhline(0, color="black", linewidth=0.6)
    axes.set_ylabel("return")
    axes.legend(frameon=False)
    axes.tick_params(axis="x", labelrotation=30)
    _quiet(axes)
    return axes


def underwater(curve: Frame, *, ax: Axes | None = None) -> Axes:
    """Equity over its highest so far, less one."""
    rows = frame(curve)
    money = rows["equity"].to_numpy()
    depth = money / np.maximum.accumulate(money) - 1
    kept = thin(depth)
    axes = ax or _axes()
    times = rows["ts_event"].to_numpy()[kept]
    axes.fill_between(times, depth[kept], 0, alpha=0.35, linewidth=0, color="tab:red")
    axes.set_ylim(min(1.05 * float(np.nanmin(depth)), -0.001), 0)
    axes.yaxis.set_major_formatter(PercentFormatter(1.0, decimals=1))
    axes.set_ylabel("under water")
    _quiet(axes)
    return axes


def daily_returns(curve: Frame) -> pl.DataFrame:
    """Return of each UTC day, its last equity over the one before, less one: date and return."""
    rows = frame(curve)
    before = rows["equity"][0]
    last = (
        rows.slice(1)
        .group_by(pl.col("ts_event").dt.date().alias("date"), maintain_order=True)
        .agg(pl.col("equity").last())
    )
    ratio = pl.col("equity") / pl.col("equity").shift(1, fill_value=before) - 1
    return last.select("date", ratio.alias("return"))


def histogram(curve: Frame, *, bins: int = 30, ax: Axes | None = None) -> Axes:
    """How daily returns are distributed, with their mean and their 5 % quantile."""
    returns = daily_returns(curve)["return"].drop_nulls().drop_nans().to_numpy()
    axes = ax or _axes()
    axes.hist(returns, bins=min(bins, max(len(returns), 1)), alpha=0.7)
    if len(returns):
        axes.axvline(float(np.mean(returns)), color="black", label="mean")
        worst = float(np.quantile(returns, 0.05))
        axes.axvline(worst, color="tab:red", linestyle="--", label="5 % quantile")
        axes.legend(frameon=False)
    axes.xaxis.set_major_formatter(PercentFormatter(1.0, decimals=1))
    axes.set_xlabel("daily return")
    axes.set_ylabel("days")
    _quiet(axes)
    return axes


def rolling_sharpe(
    curve: Frame,
    *,
    days: int = 63,
    sessions_a_year: int = SESSIONS_A_YEAR,
    ax: Axes | None = None,
) -> Axes:
    """Sharpe ratio of the last so many days, annualised, risk-free rate zero."""
    rows = daily_returns(curve)
    span = max(2, min(days, len(rows) // 2))
    value = pl.col("return")
    ratio = value.rolling_mean(span) / value.rolling_std(span) * math.sqrt(sessions_a_year)
    sharpe = rows.select("date", ratio.alias("sharpe"))
    axes = ax or _axes()
    axes.plot(sharpe["date"].to_numpy(), sharpe["sharpe"].to_numpy(), marker=".", linewidth=1)
    axes.axhline(0, color="black", linewidth=0.6)
    axes.set_ylabel(f"Sharpe ratio of {span} days")
    axes.tick_params(axis="x", labelrotation=30)
    _quiet(axes)
    return axes


def monthly_returns(curve: Frame, *, ax: Axes | None = None) -> Axes:
    """Return of each month: years down, months across."""
    monthly = (
        daily_returns(curve)
        .group_by(pl.col("date").dt.year().alias("year"), pl.col("date").dt.month().alias("month"))
        .agg(((pl.col("return") + 1).product() - 1).alias("return"))
    )
    years = monthly["year"].unique().sort().to_list()
    cells = np.full((len(years), 12), np.nan)
    for year, month, value in monthly.iter_rows():
        cells[years.index(year), month - 1] = value
    axes = ax or plt.subplots(figsize=(10, 0.6 * len(years) + 1), layout="constrained")[1]
    reach = float(np.nanmax(np.abs(cells), initial=1e-9))
    axes.imshow(cells, cmap="RdBu", norm=TwoSlopeNorm(0, -reach, reach), aspect="auto")
    for (row, column), value in np.ndenumerate(cells):
        if not np.isnan(value):
            colour = "white" if abs(value) > 0.6 * reach else "black"
            axes.text(
                column, row, f"{value:.1%}", ha="center", va="center", fontsize=8, color=colour
            )
    axes.set_xticks(range(12), MONTHS)
    axes.set_yticks(range(len(years)), [str(year) for year in years])
    return axes


def _axes() -> Axes:
    axes: Axes = plt.subplots(figsize=(10, 3.5), layout="constrained")[1]
    return axes


def _quiet(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
