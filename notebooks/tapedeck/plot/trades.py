"""Fills on the price, positions, costs and trades of one run."""

from collections.abc import Mapping

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes

from tapedeck.plot.thinning import Frame, frame, thin

SIDES = {"BUY": ("^", "tab:green"), "SELL": ("v", "tab:red")}
MOST_MARKS = 2_000


def price(
    ticks: Frame, fills: Frame | None = None, *, title: str = "", ax: Axes | None = None
) -> Axes:
    """The price with fills on it: up where bought, down where sold.

    Args:
        ticks: rows of `Lake.ticks` or `Lake.bars`, of one instrument: trades give one line, quotes
            two, bid and ask, bars their close when it is known.
        fills: rows of `Lake.fills` of the same instrument; those within the time shown are drawn.
        title: above.
        ax: axes to draw into; new ones if None.
    """
    axes = ax or _axes()
    rows = frame(ticks)
    time = "bar_close" if "bar_close" in rows.columns else "ts_event"
    when = rows[time].to_numpy()
    if "bid_price" in rows.columns:
        for side, colour in (("bid_price", "tab:blue"), ("ask_price", "tab:purple")):
            line = rows[side].to_numpy()
            kept = thin(line)
            label = side.removesuffix("_price")
            axes.step(when[kept], line[kept], where="post", lw=0.7, color=colour, label=label)
        axes.legend(frameon=False)
    else:
        line = rows["close" if "close" in rows.columns else "price"].to_numpy()
        kept = thin(line)
        axes.plot(when[kept], line[kept], linewidth=0.8, color="grey")
    if fills is not None and len(rows):
        _marks(
            axes, frame(fills).filter(pl.col("ts_event").is_between(rows[time][0], rows[time][-1]))
        )
    axes.set_ylabel("price")
    axes.set_title(title, fontsize=10)
    axes.tick_params(axis="x", labelrotation=30)
    _quiet(axes)
    return axes


def positions(held: Frame, *, ax: Axes | None = None) -> Axes:
    """Signed size of a position after each fill; rows of `Lake.positions`, an instrument a line."""
    axes = ax or _axes(2.2)
    rows = frame(held)
    for symbol in rows["symbol"].unique(maintain_order=True):
        one = rows.filter(pl.col("symbol") == symbol)
        kept = thin(one["size"].to_numpy())
        axes.step(
            one["ts_event"].to_numpy()[kept],
            one["size"].to_numpy()[kept],
            where="post",
            label=symbol,
        )
    axes.axhline(0, color="black", linewidth=0.6)
    axes.set_ylabel("position, units")
    axes.tick_params(axis="x", labelrotation=30)
    if rows["symbol"].n_unique() > 1:
        axes.legend(frameon=False)
    _quiet(axes)
    return axes


def costs(parts: Mapping[str, float], *, ax: Axes | None = None) -> Axes:
    """What a run earned and what it paid, a bar for each, in currency.

    Args:
        parts: amounts by name, as `{"fees": 12.5, "slippage": 3.0}`; what was paid is positive.
        ax: axes to draw into; new ones if None.
    """
    axes = ax or _axes(0.45 * len(parts) + 1)
    names = list(parts)
    amounts = [float(parts[name] or 0) for name in names]
    bars = axes.barh(names, amounts, color="tab:orange")
    axes.bar_label(bars, fmt="{:,.2f}", padding=3)
    axes.margins(x=0.15)
    axes.invert_yaxis()
    axes.axvline(0, color="black", linewidth=0.6)
    axes.set_xlabel("paid, in currency")
    _quiet(axes)
    return axes


def round_trips(trips: Frame, *, ax: Axes | None = None) -> Axes:
    """Net profit of each closed trade in order, and their sum; rows of `Lake.round_trips`."""
    axes = ax or _axes()
    rows = frame(trips).filter(~pl.col("is_open"))
    profits = rows["net_profit"].to_numpy().astype(np.float64)
    numbers = np.arange(1, len(profits) + 1)
    axes.bar(numbers, profits, color=np.where(profits >= 0, "tab:green", "tab:red"), width=0.8)
    axes.plot(numbers, np.cumsum(profits), color="black", linewidth=1, label="sum")
    axes.set_xlabel("closed trade")
    axes.set_ylabel("net profit, in currency")
    axes.legend(frameon=False)
    _quiet(axes)
    return axes


def _marks(axes: Axes, fills: pl.DataFrame) -> None:
    for side, (marker, colour) in SIDES.items():
        one = fills.filter(pl.col("order_side") == side)
        shown = one.gather_every(max(1, -(-len(one) // MOST_MARKS)))
        axes.scatter(
            shown["ts_event"].to_numpy(),
            shown["price"].to_numpy(),
            marker=marker,
            color=colour,
            s=28,
            zorder=3,
            label=f"{side.lower()} ({len(one):,} fills)",
        )
    axes.legend(frameon=False)


def _axes(height: float = 3.8) -> Axes:
    axes: Axes = plt.subplots(figsize=(10, height), layout="constrained")[1]
    return axes


def _quiet(axes: Axes) -> None:
    axes.spines[["top", "right"]].set_visible(False)
    axes.grid(alpha=0.25)
