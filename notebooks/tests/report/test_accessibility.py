"""Everyone can use it: names, landmarks, headings in order, keys, contrast, no needless motion."""

import itertools
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser

from .conftest import ReportLake
from .pages import Opened, Scheme, opened
from .test_page import PAGES, file

TEXT = 4.5  # WCAG 2.2, 1.4.3, level AA
GRAPHICS = 3.0  # 1.4.11

NAMELESS = """
  [...document.querySelectorAll("a, button, summary, [tabindex='0']")].filter(each => {
    const name = each.getAttribute("aria-label") || each.textContent;
    return !name.trim();
  }).map(each => each.outerHTML.slice(0, 120))
"""

UNREACHABLE = """
  [...document.querySelectorAll("[aria-labelledby]")]
    .filter(each => !document.getElementById(each.getAttribute("aria-labelledby")))
    .map(each => each.outerHTML.slice(0, 120))
"""


@pytest.mark.parametrize("name", PAGES)
def test_everything_one_can_act_on_has_a_name(
    browser: Browser, report_lake: ReportLake, name: str
) -> None:
    with opened(browser, file(report_lake, name)) as page:
        assert page.evaluate(NAMELESS) == []
        assert page.evaluate(UNREACHABLE) == []
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(each => each.id)")
        assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_headings_are_in_order_and_landmarks_are_there(
    browser: Browser, report_lake: ReportLake, name: str
) -> None:
    with opened(browser, file(report_lake, name)) as page:
        levels = page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.tagName[1])"
        )
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        assert page.evaluate("document.documentElement.lang") == "en"
        assert page.page.get_by_role("main").count() == 1
        assert page.page.get_by_role("contentinfo").count() == 1
        if name != "index":
            assert page.page.get_by_role("navigation").count() == 1


def test_the_first_tab_skips_to_the_result(browser: Browser, report_lake: ReportLake) -> None:
    with opened(browser, report_lake.sweep) as page:
        page.page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Skip to the result"
        box = page.page.locator(".skip").bounding_box()
        assert box and box["x"] >= 0

        page.page.keyboard.press("Enter")
        assert page.page.url.endswith("#result")


def test_every_table_says_what_it_is_and_every_figure_names_its_row(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as page:
        assert page.evaluate(
            """[...document.querySelectorAll("table")].every(table =>
                 table.caption.textContent.trim()
                 && [...table.querySelectorAll("thead th")].every(th => th.scope)
                 && [...table.tBodies[0].rows].every(row => row.cells[0].scope === "row"))"""
        )


def test_every_chart_has_a_summary_and_its_numbers_in_a_table(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as page:
        for chart in page.page.locator(".chart").all():
            assert len(chart.get_attribute("aria-label") or "") > 60
            assert chart.get_attribute("tabindex") == "0"
        for section in page.page.locator("section:has(.chart)").all():
            assert section.locator("table").count() > 0


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_measured_as_it_is_defined() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def tokens(page: Opened) -> dict[str, str]:
    names = [
        "paper",
        "ink",
        "quiet",
        "panel",
        "caution",
        "fine",
        "accent",
        "first",
        "second",
        "held",
    ]
    names += ["n4", "n3", "n2", "n1", "z", "p1", "p2", "p3", "p4"]
    names += ["dark-text", "light-text", "tip", "tip-text"]
    values: list[str] = page.page.evaluate(
        """names => names.map(name =>
             getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim())""",
        names,
    )
    return dict(zip(names, values, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_and_lines_stand_out_in_both_themes(
    browser: Browser, report_lake: ReportLake, scheme: Scheme
) -> None:
    with opened(browser, report_lake.sweep, scheme=scheme) as page:
        colour = tokens(page)
    texts = [(text, "paper") for text in ("ink", "quiet", "caution", "fine", "accent")]
    texts += [("dark-text", shade) for shade in ["n3", "n2", "n1", "z", "p1", "p2", "p3"]]
    texts += [("light-text", "n4"), ("light-text", "p4"), ("tip-text", "tip"), ("quiet", "panel")]
    lines = [(line, "paper") for line in ("first", "second", "held")]

    faint = {
        (front, back): round(contrast(colour[front], colour[back]), 2)
        for needed, pairs in ((TEXT, texts), (GRAPHICS, lines))
        for front, back in pairs
        if contrast(colour[front], colour[back]) < needed
    }
    assert faint == {}


def test_nothing_moves_by_itself_where_one_asked_for_rest(
    browser: Browser, report_lake: ReportLake
) -> None:
    with opened(browser, report_lake.sweep) as page:
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
        page.page.emulate_media(reduced_motion="no-preference")
        assert (
            page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "smooth"
        )
        moving: list[Any] = page.evaluate("document.getAnimations()")
        assert moving == []


@pytest.mark.parametrize(
    ("name", "scheme"), [*((name, "light") for name in PAGES), ("sweep", "dark")]
)
def test_axe_finds_nothing(
    browser: Browser, report_lake: ReportLake, name: str, scheme: Scheme
) -> None:
    with opened(browser, file(report_lake, name), scheme=scheme) as page:
        if name == "run":  # unfolded: tables of numbers, the same in every report
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
        found = Axe().run(page.page).response["violations"]

    assert [
        (each["id"], [node["html"][:160] for node in each["nodes"][:3]]) for each in found
    ] == []
