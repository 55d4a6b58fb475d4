"""Charts are drawn, and a pointer and the keys tell the values that the tables hold."""

from playwright.sync_api import Browser

from .conftest import ReportLake
from .pages import DESKTOP, PHONE, Opened, Scheme, number, opened


def test_every_chart_is_drawn_wide_and_narrow_light_and_dark(
    browser: Browser, report_lake: ReportLake
) -> None:
    looks: list[tuple[tuple[int, int], Scheme]]
    looks = [(DESKTOP, "light"), (DESKTOP, "dark"), (PHONE, "light")]
    for size, scheme in looks:
        with opened(browser, report_lake.sweep, size, scheme) as report:
            charts = report.drawn_charts()
            assert charts[:3] == ["equity", "underwater", "rolling"]
            assert "price-0-0" in charts
            assert all(report.ink(chart) > 1_000 for chart in charts)


def closes(report: Opened, window: str) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in report.rows(f"Books at session closes, {window}")}


def test_a_pointer_over_equity_tells_the_close_of_the_table(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        report.hover_over("equity", 0.3, 0.5)

        date, value = report.tip().split(": ", 1)

        equity, *_, held = closes(report, "train")[date]
        assert value == f"train {equity} USD, BTC/USD held {held} USD"


def test_keys_walk_along_equity_and_say_what_they_show(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        report.page.focus("#equity")
        report.page.keyboard.press("Home")
        start = report.tip()
        for _ in range(3):
            report.page.keyboard.press("ArrowRight")

        date, value = report.tip().split(": ", 1)

        # Home is the start, a day before the first session; three steps on is the third session
        assert start == "2023-12-31: train 10,000.00 USD, BTC/USD held 10,000.00 USD"
        assert date == "2024-01-03"
        assert value.startswith(f"train {closes(report, 'train')[date][0]} USD")
        assert report.live() == report.tip()

        report.page.keyboard.press("Escape")
        assert report.tip() == ""


def test_the_drawdown_under_the_keys_is_the_tables(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        report.page.focus("#underwater")
        report.page.keyboard.press("End")

        date, value = report.tip().split(": ", 1)

        assert value == f"test {closes(report, 'test')[date][2]}"


def test_the_rolling_sharpe_under_the_keys_is_the_tables(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        report.page.focus("#rolling")
        report.page.keyboard.press("End")

        date, value = report.tip().split(": ", 1)

        # 105 sessions and windows of 91: 15 of them, the last at the last session
        rows = report.rows("Sharpe ratio of 91 sessions, train")
        assert len(rows) == 15
        assert [date, value] == [rows[-1][0], f"train {rows[-1][1]}"]
        assert "test: a window is a quarter of a year, 91 sessions, and there are 45." in str(
            report.page.locator("#rolling-sharpe ~ p").text_content()
        )


def test_keys_walk_from_fill_to_fill_on_the_price(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.run) as report:
        fills = report.rows("BTC/USD: ")
        report.page.focus("#price-0-0")
        told = []
        for key in ("Home", "ArrowRight", "End"):
            report.page.keyboard.press(key)
            told.append(report.tip())

        for (time, side, size, price), tip in zip(
            (fills[0], fills[1], fills[-1]), told, strict=True
        ):
            assert tip == f"{time} UTC: {side} {size} at {price}"
        assert report.live() == told[-1]


def test_fills_lie_within_the_prices_that_are_drawn(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.run) as report:
        chart = report.evaluate(
            """JSON.parse(document.getElementById("chart-data").textContent)
                 .charts.find(chart => chart.marks)"""
        )
        lowest, highest = min(chart["low"]), max(chart["high"])

        assert len(chart["seconds"]) <= 1_000
        # a fill pays one basis point of slippage beyond the bar's open
        assert all(lowest * 0.999 <= mark[1] <= highest * 1.001 for mark in chart["marks"])
        assert all(chart["seconds"][0] <= mark[0] for mark in chart["marks"])


def test_a_pointer_over_the_price_tells_the_span_under_it(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.run) as report:
        report.hover_over("price-0-0", 0.5, 0.02)

        assert " UTC: " in report.tip()
        low, high = report.tip().split(" UTC: ")[1].split(" to ")
        assert number(low) <= number(high)


def test_histogram_bars_tell_their_counts_and_hold_every_set(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        chart = report.page.locator("section[aria-labelledby=all-sets] .chart")
        chart.focus()
        report.page.keyboard.press("End")
        last = report.tip()
        rows = report.rows("Sets by sharpe")

        assert last == f"{rows[-1][0]}: train {rows[-1][1]}, test {rows[-1][2]} sets"
        # 4 fast by 5 slow by 2, less those refused: fast must be below slow, and 16 and 32 are not
        # below 16, nor 32 below 32: 40 - 3 by 2
        assert sum(int(row[1]) for row in rows) == 34
        assert sum(int(row[2]) for row in rows) == 34

        chart.locator(".hit").first.hover()
        assert report.tip().startswith(rows[0][0] + ": ")


def test_session_returns_are_all_in_the_bins(browser: Browser, report_lake: ReportLake) -> None:
    with opened(browser, report_lake.sweep) as report:
        rows = report.rows("Bins of the histogram, train")

        assert sum(int(row[1]) for row in rows) == 105
        assert "VaR 95%" in report.page.locator("#returns ~ div").inner_text()


def test_arrow_keys_walk_over_a_heat_map_and_every_cell_tells_its_sets(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        grid = report.page.locator("section[aria-labelledby=heatmaps] table").first
        grid.locator("td[tabindex='0']").focus()
        report.page.keyboard.press("ArrowDown")
        report.page.keyboard.press("ArrowRight")

        cell = report.page.locator("td:focus")
        assert (cell.text_content() or "").split()[0] in report.tip()
        assert " sets" in report.tip()
        assert grid.locator("td[tabindex='0']").count() == 1
        assert "the best set's" in str(
            report.page.locator("td.chosen").first.get_attribute("data-tip")
        )


def test_slices_tell_the_best_sets_value_and_the_median(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        report.page.locator(".slice").first.focus()
        report.page.keyboard.press("Home")
        parameter = report.tip().split(" ")[0]
        row = report.rows(f"Median sharpe, train, along {parameter}")[0]

        assert report.tip().startswith(
            f"{parameter} {row[0]}: best set's {row[1]}, median {row[3]}"
        )


def test_the_logarithmic_scale_is_drawn_and_taken_back(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as report:
        button = report.page.get_by_role("button", name="Logarithmic scale")
        picture = "document.querySelector('#equity canvas').toDataURL()"
        linear = report.evaluate(picture)

        button.click()
        assert button.get_attribute("aria-pressed") == "true"
        assert report.evaluate(picture) != linear
        assert report.ink("equity") > 1_000

        button.click()
        assert button.get_attribute("aria-pressed") == "false"
        assert report.evaluate(picture) == linear
        assert report.errors == []
