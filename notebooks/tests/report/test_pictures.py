"""What is seen is roughly what was seen when someone last looked: block means of screenshots.

Baselines lie in pictures/ and are made anew with TAPEDECK_PICTURES=new in the environment; look at
them before they are committed. Fonts differ between machines, so blocks are coarse.
"""

import io
import os
from pathlib import Path
from statistics import correlation

import pytest
from PIL import Image
from playwright.sync_api import Browser

from .conftest import ReportLake
from .pages import DESKTOP, PHONE, Scheme, opened
from .test_page import file

PICTURES = Path(__file__).parent / "pictures"
BLOCKS = (16, 20)
LEAST_LIKENESS = 0.65  # another typeface keeps 0.8, another page has 0.45
MOST_BYTES = 60_000

SHOTS: list[tuple[str, tuple[int, int], Scheme]] = [
    ("sweep", DESKTOP, "light"),
    ("sweep", DESKTOP, "dark"),
    ("sweep", PHONE, "light"),
    ("run", DESKTOP, "light"),
    ("index", DESKTOP, "light"),
]


def shot(browser: Browser, page: Path, size: tuple[int, int], scheme: Scheme) -> Image.Image:
    """The first 1,600 pixels of a page, half as wide."""
    with opened(browser, page, (size[0], 1_600), scheme) as seen:
        picture = Image.open(io.BytesIO(seen.page.screenshot()))
        return picture.convert("RGB").resize((size[0] // 2, 800))


def blocks(picture: Image.Image) -> list[int]:
    """How light each block is."""
    return list(picture.convert("L").resize(BLOCKS, Image.Resampling.BOX).tobytes())


def likeness(one: Image.Image, other: Image.Image) -> float:
    """Correlation of the blocks of two pictures: 1 for the same, -1 for a negative."""
    return correlation(blocks(one), blocks(other))


@pytest.mark.parametrize(("name", "size", "scheme"), SHOTS)
def test_a_page_looks_as_it_did(
    browser: Browser,
    report_lake: ReportLake,
    name: str,
    size: tuple[int, int],
    scheme: Scheme,
) -> None:
    picture = shot(browser, file(report_lake, name), size, scheme)
    baseline = PICTURES / f"{name}-{size[0]}-{scheme}.png"
    if os.environ.get("TAPEDECK_PICTURES") == "new":
        PICTURES.mkdir(exist_ok=True)
        picture.quantize(16).save(baseline, optimize=True)

    assert baseline.stat().st_size <= MOST_BYTES
    with Image.open(baseline) as before:
        assert likeness(before, picture) > LEAST_LIKENESS


def test_another_page_does_not_pass_for_it() -> None:
    with (
        Image.open(PICTURES / "sweep-1280-light.png") as sweep,
        Image.open(PICTURES / "sweep-1280-dark.png") as dark,
        Image.open(PICTURES / "index-1280-light.png") as index,
    ):
        assert likeness(sweep, dark) < 0
        assert likeness(sweep, index) < LEAST_LIKENESS
