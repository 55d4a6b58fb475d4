"""What the figures show, by the numbers behind them."""

import datetime as dt
import math
import statistics

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import polars as pl
import pytest

import tapedeck
from tapedeck import Lake, plot

mpl.use("agg")


@pytest.fixture(autouse=True)
def closed_figures() -> object:
    yield
    plt.close("all")


def curve(*money: float) -> pl.DataFrame:
    """The money before the first of January 2024, then at the end of each day."""
    start = dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    times = [start, *(start + dt.timedelta(days=i, hours=21) for i in range(len(money) - 1))]
    return pl.DataFrame({"ts_event": times, "equity": [float(one) for one in money]})


def sets(*rows: tuple[int, int, float | None]) -> pl.DataFrame:
    """Sets of a grid over fast and slow, in the order of their positions."""
    frame = pl.DataFrame(
        rows, schema={"fast": pl.Int64, "slow": pl.Int64, "sharpe": pl.Float64}, orient="row"
    )
    return frame.with_columns(pl.int_range(pl.len()).alias("position"), symbols=pl.lit("XYZ"))


def test_a_daily_return_is_the_close_over_the_one_before() -> None:
    returns = plot.daily_returns(curve(100, 110, 99))["return"].to_list()

    assert returns == pytest.approx([0.10, -0.10])  # 110 / 100, 99 / 110


def test_under_water_is_measured_from_the_highest_so_far() -> None:
    axes = plot.underwater(curve(100, 120, 90, 130))

    depths = axes.collections[0].get_paths()[0].vertices[:, 1]
    assert min(depths) == pytest.approx(-0.25)  # 90 / 120
    assert max(depths) == pytest.approx(0)


def test_equity_and_under_water_share_their_time() -> None:
    upper, lower = plot.equity(curve(100, 120, 90)).axes

    assert upper.get_shared_x_axes().joined(upper, lower)
    assert upper.lines[0].get_ydata().tolist() == [100, 120, 90]


def test_a_month_is_the_product_of_its_days() -> None:
    axes = plot.monthly_returns(curve(100, 110, 121))

    assert [text.get_text() for text in axes.texts] == ["21.0%"]  # 1.1 x 1.1


def test_the_rolling_sharpe_ratio_is_annualised_by_sessions() -> None:
    axes = plot.rolling_sharpe(curve(100, 110, 99), days=2, sessions_a_year=4)

    # returns +0.1, -0.1: mean 0
    assert axes.lines[0].get_ydata()[-1] == pytest.approx(0, abs=1e-12)
    again = plot.rolling_sharpe(curve(100, 110, 132), days=2, sessions_a_year=4)
    # returns 0.1 and 0.2: mean 0.15, deviation 0.0707, times the root of 4
    expected = 0.15 / statistics.stdev([0.1, 0.2]) * 2
    assert again.lines[0].get_ydata()[-1] == pytest.approx(expected)


def test_a_cell_is_the_median_of_its_sets_and_the_best_set_is_framed() -> None:
    grid = tapedeck.heat_map(
        sets((1, 5, 1.0), (1, 5, 3.0), (2, 5, 9.0), (1, 7, None), (2, 7, math.inf)),
        "fast",
        "slow",
        "sharpe",
        sets_tried=5,
    )

    assert grid.columns == [1, 2]
    assert grid.rows == [5, 7]
    np.testing.assert_array_equal(grid.medians, [[2.0, 9.0], [np.nan, np.nan]])
    assert grid.counts.tolist() == [[2, 1], [0, 0]]
    assert grid.chosen == (0, 1)  # slow 5, fast 2
    axes = plot.heat_map(grid)
    assert "the best of 5 sets" in axes.get_title()
    assert axes.patches[0].get_xy() == (0.5, -0.5)  # around column 1 of row 0


def test_where_less_is_better_the_smallest_is_chosen() -> None:
    frame = sets((1, 5, 0.3), (2, 5, 0.1)).rename({"sharpe": "max_drawdown"})

    assert tapedeck.heat_map(frame, "fast", "slow", "max_drawdown").chosen == (0, 1)


def test_a_slice_has_the_quartiles_of_all_sets_with_its_value() -> None:
    found = tapedeck.slices(
        sets((1, 5, -1.0), (1, 6, 0.0), (1, 7, 1.0), (1, 8, 2.0), (1, 9, 3.0), (2, 5, 4.0)),
        ["fast"],
        "sharpe",
    )

    assert found.rows() == [
        ("fast", "1", 5, -1.0, 0.0, 1.0, 2.0, 3.0, 0.6),  # three of five above zero
        ("fast", "2", 1, 4.0, 4.0, 4.0, 4.0, 4.0, 1.0),
    ]


def test_neighbours_are_one_step_away_in_one_parameter() -> None:
    frame = sets(
        (1, 5, 1.0), (2, 5, 9.0), (3, 5, 2.0), (1, 6, 8.0), (2, 6, 4.0), (3, 6, 8.0), (2, 9, 8.5)
    )

    best = tapedeck.stability(frame, ["fast", "slow"], "sharpe", top=1).row(0, named=True)

    assert (best["fast"], best["slow"], best["sharpe"]) == (2, 5, 9.0)
    assert best["neighbours"] == 3  # (1, 5), (3, 5) and (2, 6); slow 9 is two steps away
    assert best["neighbour_median"] == 2.0  # of 1, 2 and 4
    assert best["neighbour_worst"] == 1.0


def test_the_best_by_luck_grows_with_the_trials() -> None:
    sharpes = pl.Series([-1.0, 0.0, 1.0])  # deviation 1

    # N = 100: 0.42278 x 2.32635 + 0.57722 x 2.68021 (the quantiles at 0.99 and 1 - 1 / 271.83)
    assert tapedeck.expected_best(sharpes, 100) == pytest.approx(2.5306, abs=5e-5)
    assert tapedeck.expected_best(sharpes, 1000) > tapedeck.expected_best(sharpes, 100)
    assert math.isnan(tapedeck.expected_best(sharpes, 1))


def test_thinning_keeps_both_ends_and_every_peak() -> None:
    line = np.zeros(100_000)
    line[[12_345, 77_777]] = [5.0, -7.0]

    kept = plot.thin(line, 1_000)

    assert len(kept) <= 1_000
    assert {0, 12_345, 77_777, 99_999} <= set(kept.tolist())
    assert plot.thin(line[:1_000], 1_000).tolist() == list(range(1_000))


def test_fills_stand_at_their_time_and_price(lake: Lake) -> None:
    run = lake.run(lake.ranking(top=1).polars()["run_id"][0])
    fills = lake.fills(run).polars()
    day = fills["ts_event"][0].date()

    axes = plot.price(lake.ticks("XYZ", day), fills)

    drawn = sum(len(marks.get_offsets()) for marks in axes.collections)
    assert drawn == len(fills.filter(pl.col("ts_event").dt.date() == day))
    assert axes.lines[0].get_ydata().size > 100
