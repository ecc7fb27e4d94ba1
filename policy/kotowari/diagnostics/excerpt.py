"""One line of a source as it is shown, cut to fit, with the columns that an underline covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.diagnostics.display import clusters, columns, printable
from kotowari.record import record

_TAB = 4
# A mark with no character to sit on is shown on a dotted circle, as the Unicode charts do.
_NO_BASE = "\u25cc"


@record
class Excerpt:
    """What is shown of a line: `text`, and an underline of `length` columns after `indent` columns.

    `whole` says that nothing of the line was cut off, `runs_on` that the underline reaches beyond what is shown.
    """

    text: str
    indent: int
    length: int
    whole: bool
    runs_on: bool


@record
class _Cell:
    """One drawn thing: `text` takes `size` columns and stands for the characters of the line before `end`."""

    text: str
    size: int
    end: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """The part of `line` round the characters `start` to `end` that fits into `room` columns.

    What is cut off leaves `…`. Work is bounded by `room`, whatever the length of the line.
    """
    lead, tail = max(0, start - 2 * room), start + 2 * room
    cells = list(_cells(line[lead:tail], lead))
    first = sum(cell.end <= start for cell in cells)
    last = max(first, sum(cell.end < end for cell in cells) + 1 if end > start else first)
    last = min(last, len(cells))
    low, high = _window(cells, first, last, room)
    cut_left, cut_right = low > 0 or lead > 0, high < len(cells) or tail < len(line)
    shown = "".join(cell.text for cell in cells[low:high])
    return Excerpt(
        text=("…" if cut_left else "") + shown + ("…" if cut_right else ""),
        # Behind a line that fills the room there is no column left for the mark of its end.
        indent=min(cut_left + _size(cells[low:first]), room - 1),
        length=max(1, _size(cells[first : min(last, high)])),
        whole=not (cut_left or cut_right),
        runs_on=last > high or (end > tail),
    )


def _cells(text: str, offset: int) -> Iterator[_Cell]:
    """The cells of a line's part that begins at `offset`; tabs run to the next of every four columns."""
    column = 0
    for cluster, _ in clusters(text):
        offset += len(cluster)
        shown = " " * (_TAB - column % _TAB) if cluster[0] == "\t" else printable(cluster)
        if not columns(shown):
            shown = _NO_BASE + shown
        column += columns(shown)
        yield _Cell(shown, columns(shown), offset)


def _window(cells: Sequence[_Cell], first: int, last: int, room: int) -> tuple[int, int]:
    """Which cells to show: all, or as many of those from `first` to `last` as fit, with as much round them."""
    if _size(cells) <= room:
        return 0, len(cells)
    low = high = first
    left = room - 2  # a column for each `…`
    while high < last and cells[high].size <= left:
        left -= cells[high].size
        high += 1
    if high < last:
        return low, high
    while True:
        before, after = low > 0 and cells[low - 1].size <= left, high < len(cells) and cells[high].size <= left
        if not before and not after:
            return low, high
        if before and (not after or first - low <= high - last):
            low -= 1
            left -= cells[low].size
        else:
            left -= cells[high].size
            high += 1


def _size(cells: Sequence[_Cell]) -> int:
    return sum(cell.size for cell in cells)
