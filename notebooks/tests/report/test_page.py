"""A page is one file: it loads nothing, fits a phone, prints, and its tables sort."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .conftest import ReportLake
from .pages import PHONE, number, opened

PAGES = ("sweep", "run", "index")


def file(lake: ReportLake, name: str) -> Path:
    page: Path = getattr(lake, name)
    return page


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(
    browser: Browser, report_lake: ReportLake, name: str
) -> None:
    with opened(browser, file(report_lake, name)) as page:
        page.page.mouse.wheel(0, 20_000)
        page.page.wait_for_timeout(100)

        assert page.requests == [file(report_lake, name).as_uri()]
        assert page.errors == []


@pytest.mark.parametrize("name", PAGES)
def test_a_phone_shows_it_without_scrolling_sideways(
    browser: Browser, report_lake: ReportLake, name: str
) -> None:
    with opened(browser, file(report_lake, name), PHONE) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_the_trials_stay_in_sight_on_a_phone(browser: Browser, report_lake: ReportLake) -> None:
    with opened(browser, report_lake.sweep, PHONE) as page:
        cells = page.page.locator(".headline tbody td:last-child")

        assert cells.count() == 7
        for i in range(cells.count()):
            box = cells.nth(i).bounding_box()
            assert box and box["x"] + box["width"] <= PHONE[0]
            assert cells.nth(i).inner_text() == "best of 40 sets"


def test_a_heading_sorts_its_column_up_and_down(browser: Browser, report_lake: ReportLake) -> None:
    with opened(browser, report_lake.sweep) as page:
        table = page.page.locator("section[aria-labelledby=ranking] table")
        heading = table.locator("thead tr").last.locator("th").filter(has_text="Return").first
        column = heading.evaluate("th => th.cellIndex")

        for direction in ("ascending", "descending"):
            heading.get_by_role("button").click()
            values = [number(row[column]) for row in page.rows("Ranking by")]
            assert heading.get_attribute("aria-sort") == direction
            assert values == sorted(values, reverse=direction == "descending")
        assert table.locator("th[aria-sort]").count() == 1


def test_the_dark_theme_is_dark_and_redraws_what_is_on_canvas(
    browser: Browser, report_lake: ReportLake
) -> None:
    picture = "document.querySelector('#equity canvas').toDataURL()"
    with opened(browser, report_lake.sweep) as page:
        light = page.evaluate(picture)
        page.page.emulate_media(color_scheme="dark")
        page.page.wait_for_timeout(100)

        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == "rgb(20, 23, 27)"
        assert page.evaluate(picture) != light


def test_it_prints_with_what_one_needs_to_believe_it(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep, scheme="dark") as page:
        assert page.page.pdf(format="A4").startswith(b"%PDF")

        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert page.evaluate("document.querySelectorAll('details.paper:not([open])').length") == 0
        page.page.emulate_media(media="print")
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert paper == "rgb(255, 255, 255)"  # white, whatever the theme
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate("document.querySelectorAll('details.paper[open]').length") == 0
        assert page.errors == []


def test_the_index_lists_every_report_with_its_trials(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.index) as page:
        links = page.evaluate("[...document.querySelectorAll('tbody a')].map(a => a.href)")
        rows = page.rows("Reports")

        assert set(links) == {report_lake.sweep.as_uri(), report_lake.run.as_uri()}
        # the sweep over train and test, and its best run
        assert sorted(row[1] for row in rows) == [
            "best of 40 sets",
            "best of 40 sets",
            "one of 40 sets",
        ]
        page.page.get_by_role("link", name="cross under costs").first.click()
        assert page.page.url == report_lake.sweep.as_uri()


def test_a_link_to_what_is_folded_unfolds_it(browser: Browser, report_lake: ReportLake) -> None:
    with opened(browser, report_lake.sweep) as page:
        page.page.get_by_role("link", name="optimistic assumptions").click()
        page.page.wait_for_timeout(50)

        assert page.page.locator("details#warnings").get_attribute("open") is not None
        assert page.page.locator("details#warnings li").first.is_visible()
