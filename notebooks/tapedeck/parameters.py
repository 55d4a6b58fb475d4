"""Parameters of runs as columns with the type they have."""

from collections.abc import Sequence

import polars as pl

TRUTHS = {"true": True, "false": False}


def typed(maps: pl.Series, taken: Sequence[str] = ()) -> pl.DataFrame:
    """One column for each parameter, in alphabetical order; rows in the order of the maps.

    Whole numbers are int64, other numbers float64, true and false booleans, the rest text. A run
    that has no such parameter has null.

    Args:
        maps: for each run a map of text to text.
        taken: names that other columns have; a parameter called so gets `parameter_` before it.
    """
    rows = pl.DataFrame({"row": pl.int_range(len(maps), eager=True), "pair": maps.map.entries()})
    pairs = rows.explode("pair").drop_nulls("pair").unnest("pair")
    if pairs.is_empty():
        return pl.DataFrame()
    wide = rows.select("row").join(
        pairs.pivot("key", index="row", values="value"), on="row", how="left", maintain_order="left"
    )
    return pl.DataFrame(
        [
            typed_column(wide[name]).alias(f"parameter_{name}" if name in taken else name)
            for name in sorted(set(wide.columns) - {"row"})
        ]
    )


def typed_column(texts: pl.Series) -> pl.Series:
    """A column of text as whole numbers, numbers or truths, where every value is one."""
    for kind in (pl.Int64, pl.Float64):
        numbers = texts.cast(kind, strict=False)
        if numbers.null_count() == texts.null_count():
            return numbers
    if texts.drop_nulls().is_in(list(TRUTHS)).all():
        return texts.replace_strict(TRUTHS, default=None, return_dtype=pl.Boolean)
    return texts


def varying(parameters: pl.DataFrame) -> list[str]:
    """Names of the parameters that have more than one value, in the order of the columns."""
    return [name for name in parameters.columns if parameters[name].n_unique() > 1]
