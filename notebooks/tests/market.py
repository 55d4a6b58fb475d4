"""A market of one's own: ticks of two shares in LEAN's format, the same on every machine."""

import random
import zipfile
from pathlib import Path

DATES = ("20240108", "20240109", "20240110", "20240111", "20240112")
OPEN_MS = 34_200_000  # 09:30 in New York
CLOSE_MS = 57_600_000
QUOTES_A_DAY = 900
TICK = 100  # prices are in 1/10,000 dollar; a cent is 100 of them


def write(folder: Path, symbol: str, seed: int) -> None:
    """Writes trades and quotes of five sessions below `folder/SYMBOL`."""
    chance = random.Random(seed)
    cents = 10_000 + 100 * seed
    drift = 0.0
    for date in DATES:
        trades, quotes = [], []
        for step in range(QUOTES_A_DAY):
            if step % 150 == 0:
                drift = chance.uniform(-0.6, 0.6)
            cents += round(chance.gauss(drift, 3.0))
            ms = OPEN_MS + 1_000 + step * (CLOSE_MS - OPEN_MS - 2_000) // QUOTES_A_DAY
            spread = chance.randint(1, 3)
            sizes = chance.randint(1, 40) * 100, chance.randint(1, 40) * 100
            quotes.append(
                f"{ms},{cents * TICK},{sizes[0]},{(cents + spread) * TICK},{sizes[1]},Q,1,0"
            )
            if chance.random() < 0.5:
                price = (cents + chance.choice((0, spread))) * TICK
                trades.append(f"{ms + 200},{price},{chance.randint(1, 5) * 100},Q,2000,0")
        for kind, lines in (("trade", trades), ("quote", quotes)):
            place = folder / symbol.lower() / f"{date}_{kind}.zip"
            place.parent.mkdir(parents=True, exist_ok=True)
            name = f"{date}_{symbol.lower()}_{kind.capitalize()}_Tick.csv"
            with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(name, "\n".join(lines) + "\n")
