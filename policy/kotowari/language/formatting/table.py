"""The rows of a table, with their columns aligned."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kotowari.diagnostics.display import columns
from kotowari.language.formatting.flow import Line
from kotowari.language.formatting.pieces import Piece, flat, pieces
from kotowari.language.formatting.tree import Tree, Written, leaves


def grid(written: Written, rows: Sequence[Tree], indent: int) -> Iterator[Line]:
    """The lines of a table's rows. A cell takes as many columns of a terminal as the widest one above or below it."""
    lines = [leaf for row in rows for leaf in leaves(row)]
    texts = [
        [flat(pieces(written.source.text, [cell])) if cell else "" for cell in written.rows[leaf.start]]
        for leaf in lines
    ]
    widths = [max(map(columns, column)) for column in zip_longest(*texts, fillvalue="")]
    for leaf, cells in zip(lines, texts, strict=True):
        padded = [cell + " " * (width - columns(cell)) for cell, width in zip(cells, widths, strict=True)]
        yield Line(indent, (Piece(leaf, f"| {' | '.join(padded)} |"),))
