"""Pages of a lake's reports as a browser shows them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

DESKTOP = (1280, 800)
PHONE = (360, 740)


@dataclass
class Opened:
    """A page, what it asked of the network and what went wrong in it."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def tip(self) -> str:
        """The tooltip's words; empty if it is hidden."""
        tip = self.page.locator(".tip")
        return tip.inner_text() if tip.is_visible() else ""

    def live(self) -> str:
        """What was last said to a screen reader."""
        return self.page.locator("#live").text_content() or ""

    def rows(self, caption: str) -> list[list[str]]:
        """Cells of the table whose caption begins so, row by row, headings left out."""
        found: list[list[str]] = self.page.evaluate(
            """caption => [...document.querySelectorAll("table")]
                 .filter(table => table.caption.textContent.startsWith(caption))
                 .flatMap(table => [...table.tBodies[0].rows]
                   .map(row => [...row.cells].map(cell => cell.textContent.trim())))""",
            caption,
        )
        assert found, f"no table is called {caption}"
        return found

    def ink(self, chart: str) -> int:
        """Pixels that are drawn on the canvas of a chart."""
        drawn: int = self.page.evaluate(
            """id => {
                 const canvas = document.querySelector(`#${id} canvas`);
                 const box = [0, 0, canvas.width, canvas.height];
                 const pixels = canvas.getContext("2d").getImageData(...box).data;
                 return pixels.filter((byte, i) => i % 4 === 3 && byte > 0).length;
               }""",
            chart,
        )
        return drawn

    def drawn_charts(self) -> list[str]:
        """Ids of the charts on a canvas."""
        ids: list[str] = self.page.evaluate(
            "[...document.querySelectorAll('.drawn')].map(each => each.id)"
        )
        return ids

    def hover_over(self, chart: str, across: float, down: float) -> None:
        """Moves the pointer to a share of a chart's width and height."""
        over = self.page.locator(f"#{chart} .u-over")
        over.scroll_into_view_if_needed()
        box = over.bounding_box()
        assert box
        self.page.mouse.move(box["x"] + box["width"] * across, box["y"] + box["height"] * down)

    def evaluate(self, script: str) -> Any:
        """The value of an expression in the page."""
        return self.page.evaluate(script)


@contextmanager
def opened(
    browser: Browser,
    file: Path,
    size: tuple[int, int] = DESKTOP,
    scheme: Scheme = "light",
) -> Iterator[Opened]:
    """A page in a window of this size, closed at the end."""
    page = browser.new_page(
        viewport={"width": size[0], "height": size[1]},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="en-US",
        timezone_id="America/New_York",
    )
    seen = Opened(page)
    page.on("request", lambda request: seen.requests.append(request.url))
    page.on(
        "console",
        lambda said: seen.errors.append(said.text) if said.type in ("error", "warning") else None,
    )
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    try:
        page.goto(file.absolute().as_uri())
        yield seen
    finally:
        page.close()


def number(text: str) -> float:
    """The first number in a text: "-1,234.50 USD" is -1234.5."""
    found = re.search(r"-?[\d,]*\d(?:\.\d+)?", text)
    assert found, f"no number in {text!r}"
    return float(found.group().replace(",", ""))
