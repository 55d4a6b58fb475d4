"""What a sweep found over its parameters."""

import matplotlib.pyplot as plt
import numpy as np
import polars as pl
from matplotlib.axes import Axes
from matplotlib.colors import Normalize, TwoSlopeNorm
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle

from tapedeck.grid import HeatMap, expected_best
from tapedeck.plot.thinning import Frame, frame

MOST_TICKS = 20


def heat_map(cells: HeatMap, *, ax: Axes | None = None) -> Axes:
    """The medians as colours, blue above zero and red below, the chosen set's cell framed."""
    axes = ax or _axes(7, 4.5)
    reach = float(np.nanmax(np.abs(cells.medians), initial=1e-12))
    norm: Normalize = TwoSlopeNorm(0, -reach, reach)
    image = axes.imshow(cells.medians, cmap="RdBu", norm=norm, aspect="auto", origin="lower")
    if cells.chosen is not None:
        row, column = cells.chosen
        frame_of_best = Rectangle(
            (column - 0.5, row - 0.5), 1, 1, fill=False, edgecolor="black", linewidth=2
        )
        axes.add_patch(frame_of_best)
    for place, values in ((axes.set_xticks, cells.columns), (axes.set_yticks, cells.rows)):
        step = max(1, -(-len(values) // MOST_TICKS))
        place(range(0, len(values), step), [str(value) for value in values[::step]])
    axes.tick_params(axis="x", labelrotation=45)
    axes.set_xlabel(cells.across)
    axes.set_ylabel(cells.down)
    axes.set_title(
        f"median {cells.metric} ({cells.window}); framed: the best of {cells.sets_tried:,} sets",
        fontsize=10,
    )
    axes.figure.colorbar(image, ax=axes, label=cells.metric)
    return axes


def slices(rows: Frame, metric: str) -> Figure:
    """For each parameter the median over its values, within quartiles and extremes.

    Args:
        rows: of `Lake.slices`.
        metric: its name, for the axis.
    """
    found = frame(rows)
    names = found["parameter"].unique(maintain_order=True).to_list()
    figure, all_axes = plt.subplots(
        1,
        max(1, len(names)),
        sharey=True,
        squeeze=False,
        figsize=(max(4.0, 3.4 * len(names)), 3.4),
        layout="constrained",
    )
    for axes, name in zip(all_axes[0], names, strict=False):
        one = found.filter(pl.col("parameter") == name)
        places = np.arange(len(one))
        extremes, middle = ("lowest", "highest"), ("quartile_1", "quartile_3")
        for (low, high), shade in ((extremes, 0.12), (middle, 0.3)):
            axes.fill_between(places, one[low], one[high], alpha=shade, color="tab:blue", lw=0)
        axes.plot(places, one["median"], marker="o", markersize=3, color="tab:blue")
        axes.axhline(0, color="black", linewidth=0.6)
        step = max(1, -(-len(one) // 8))
        axes.set_xticks(places[::step], one["value"].to_list()[::step], rotation=45)
        axes.set_xlabel(name)
        axes.spines[["top", "right"]].set_visible(False)
    all_axes[0][0].set_ylabel(metric)
    return figure


def distribution(
    values: pl.Series, *, trials: int, metric: str = "sharpe", ax: Axes | None = None
) -> Axes:
    """A metric of all sets, its best, and what the best of so many would be by luck.

    The line of luck is `tapedeck.expected_best`, drawn for Sharpe ratios only.
    """
    axes = ax or _axes(8, 3.5)
    finite = values.cast(pl.Float64).drop_nulls()
    finite = finite.filter(finite.is_finite())
    axes.hist(finite.to_numpy(), bins=min(50, max(5, len(finite) // 4)), alpha=0.7)
    if len(finite):
        axes.axvline(
            float(np.max(finite.to_numpy())), color="black", label=f"best of {trials:,} sets tried"
        )
    luck = expected_best(finite, trials)
    if metric == "sharpe" and np.isfinite(luck):
        axes.axvline(luck, color="tab:red", linestyle="--", label="expected of luck alone")
    axes.axvline(0, color="grey", linewidth=0.6)
    axes.set_xlabel(metric)
    axes.set_ylabel("sets")
    axes.legend(frameon=False)
    axes.spines[["top", "right"]].set_visible(False)
    return axes


def _axes(width: float, height: float) -> Axes:
    axes: Axes = plt.subplots(figsize=(width, height), layout="constrained")[1]
    return axes
