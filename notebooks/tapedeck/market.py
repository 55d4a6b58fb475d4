"""Ticks and bars of a lake."""

import datetime as dt
from typing import Any

from tapedeck.errors import NotFoundError, nearest
from tapedeck.rows import Rows
from tapedeck.tables import Tables

Date = dt.date | str
Dates = Date | tuple[Date | None, Date | None] | None
"""A session date, or the first and the last of several (None: no end), or None for all."""


def symbols(tables: Tables, table: str) -> list[str]:
    """Instruments that a table partitioned by symbol has; none if it has not been made."""
    if not tables.has(table):
        return []
    return sorted({part["symbol"] for part in tables.open(table).partitions()})


def ticks(tables: Tables, table: str, symbol: str, dates: Dates = None) -> Rows:
    """Ticks of an instrument on session dates, in tape order; only its partitions are read."""
    rows = tables.read(table, where=_where(symbol, dates))
    _found(tables, table, symbol, rows.num_rows, dates)
    return Rows(rows.sort_by([("ts_event", "ascending"), ("seq", "ascending")]))


def bars(
    tables: Tables, symbol: str, bar: str = "1m", dates: Dates = None, price_kind: str = "LAST"
) -> Rows:
    """Bars of an instrument, by the time they open; only its months are read."""
    where: dict[str, Any] = _where(symbol, dates) | {"bar": bar, "price_kind": price_kind}
    span = where.get("date")
    if isinstance(span, slice) and bar != "1d":
        where["month"] = slice(span.start and _month(span.start), span.stop and _month(span.stop))
    rows = tables.read("bars", where=where)
    if not rows.num_rows:
        there = tables.read("bars", ["bar"], {"symbol": symbol})
        lengths = sorted(set(there["bar"].to_pylist()))
        if bar not in lengths:
            raise NotFoundError(
                f"lake {tables.root} has no bars of {bar} for {symbol}: {nearest(bar, lengths)};"
                f" tapedeck bars --length {bar} builds them"
            )
    return Rows(rows.sort_by("bar_open"))


def _where(symbol: str, dates: Dates) -> dict[str, Any]:
    where: dict[str, Any] = {"symbol": symbol}
    if isinstance(dates, tuple):
        where["date"] = slice(dates[0] and _date(dates[0]), dates[1] and _date(dates[1]))
    elif dates is not None:
        where["date"] = slice(_date(dates), _date(dates))
    return where


def _date(date: Date) -> dt.date:
    return dt.date.fromisoformat(date) if isinstance(date, str) else date


def _month(date: dt.date) -> str:
    return f"{date:%Y-%m}"


def _found(tables: Tables, table: str, symbol: str, rows: int, dates: Dates) -> None:
    """Says which symbols or dates there are, where the ones asked for are not."""
    if rows:
        return
    known = symbols(tables, table)
    if symbol not in known:
        raise NotFoundError(f"{tables.root} has no {table} of {symbol}: {nearest(symbol, known)}")
    parts = tables.open(table).partitions()
    days = sorted(part["date"] for part in parts if part["symbol"] == symbol)
    raise NotFoundError(
        f"{tables.root} has no {table} of {symbol} on {dates}: they go from {days[0]} to {days[-1]}"
    )
