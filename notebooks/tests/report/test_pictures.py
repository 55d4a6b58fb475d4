"""What is seen is roughly what was seen when someone last looked: block means of screenshots.

Baselines lie in pictures/ and are made anew with TAPEDECK_PICTURES=new in the environment; look at
them before they are committed. Fonts differ between machines, so blocks are coarse.
"""

import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser

from .conftest import ReportLake
from .pages import DESKTOP, PHONE, Scheme, opened
from .test_page import file

PICTURES = Path(__file__).parent / "pictures"
BLOCKS = (32, 40)
MOST_MEAN = 9.0  # of 255, over all blocks
MOST_BYTES = 60_000

SHOTS: list[tuple[str, tuple[int, int], Scheme]] = [
    ("sweep", DESKTOP, "light"),
    ("sweep", DESKTOP, "dark"),
    ("sweep", PHONE, "light"),
    ("run", DESKTOP, "light"),
    ("index", DESKTOP, "light"),
]


def shot(browser: Browser, page: Path, size: tuple[int, int], scheme: Scheme) -> Image.Image:
    """The first 1,600 pixels of a page, a quarter as wide."""
    with opened(browser, page, (size[0], 1_600), scheme) as seen:
        picture = Image.open(io.BytesIO(seen.page.screenshot()))
        return picture.convert("RGB").resize((size[0] // 2, 800)).quantize(32).convert("RGB")


def blocks(picture: Image.Image) -> Image.Image:
    return picture.resize(BLOCKS, Image.Resampling.BOX)


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of the blocks of two pictures, of 255."""
    means = ImageStat.Stat(ImageChops.difference(blocks(one), blocks(other))).mean
    return sum(means) / len(means)


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
        assert difference(before.convert("RGB"), picture) < MOST_MEAN


def test_another_page_does_not_pass_for_it() -> None:
    with (
        Image.open(PICTURES / "sweep-1280-light.png") as sweep,
        Image.open(PICTURES / "sweep-1280-dark.png") as dark,
        Image.open(PICTURES / "index-1280-light.png") as index,
    ):
        assert difference(sweep.convert("RGB"), dark.convert("RGB")) > 10 * MOST_MEAN
        assert difference(sweep.convert("RGB"), index.convert("RGB")) > MOST_MEAN
