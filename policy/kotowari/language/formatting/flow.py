"""One clause, written in one line where it fits, else in several."""

from __future__ import annotations

from collections.abc import Sequence

from kotowari.diagnostics.display import columns
from kotowari.language.formatting.pieces import Join, Junction, Piece, width
from kotowari.language.formatting.prose import Prose
from kotowari.language.formatting.remarks import Remarks
from kotowari.record import record

WIDTH = 100
"""Columns of a line; full-width characters take two. A comment behind a line does not count."""

STEP = 2


@record
class Line:
    """A clause, or the head of a declaration: `indent` is its column, `hang` how much deeper its next lines stand.

    `declares` is the word of the declaration that begins here, else empty.
    """

    indent: int
    pieces: tuple[Piece, ...]
    hang: int = STEP
    declares: str = ""


def fits(line: Line, remarks: Remarks) -> bool:
    """Whether a clause can stand on one line."""
    return (
        line.indent + width(line.pieces) <= WIDTH
        and all(piece.is_one_line for piece in line.pieces)
        and not _is_parted(line.pieces, remarks)
    )


def _is_parted(pieces: Sequence[Piece], remarks: Remarks) -> bool:
    """Whether a comment stands between pieces."""
    return any(piece.leaf.start in remarks.behind for piece in pieces[:-1]) or any(
        piece.leaf.start in remarks.before for piece in pieces[1:]
    )


def lay_out(line: Line, remarks: Remarks) -> list[str]:
    """The lines of a clause, with the comments in it."""
    flow = _Flow(line, remarks)
    for place in range(len(line.pieces)):
        flow.take(place)
    return flow.lines()


class _Flow:
    def __init__(self, line: Line, remarks: Remarks) -> None:
        self._line = line
        self._pieces = line.pieces
        self._remarks = remarks
        self._broken: set[Junction] = set()
        self._must_break = False
        self._written = [" " * line.indent]
        self._column = line.indent

    def lines(self) -> list[str]:
        """What was written."""
        return "".join(self._written).split("\n")

    def take(self, place: int) -> None:
        """Write the next piece, and what stands between it and the one before it."""
        piece = self._pieces[place]
        if place:
            self._join(place)
        for junction in piece.opens:
            if not self._junction_fits(place, junction):
                self._broken.add(junction)
        if isinstance(piece.text, Prose):
            self._prose(place, piece.text)
        else:
            self._write(piece.text)
        self._comment_behind(piece)

    # --- between pieces -----------------------------------------------------------------------------------------------

    def _join(self, place: int) -> None:
        piece = self._pieces[place]
        own = self._remarks.before.get(piece.leaf.start, [])
        for remark in own:
            self._new_line(piece, blank=remark.blank)
            self._write(remark.text)
        blank = piece.leaf.start in self._remarks.blank and bool(own or piece.join is Join.FILL)
        if blank or own or self._must_break or self._breaks_before(place):
            self._new_line(piece, blank=blank)
        elif piece.join is not Join.GLUE:
            self._write(" ")
        self._must_break = False

    def _breaks_before(self, place: int) -> bool:
        piece = self._pieces[place]
        if piece.join is Join.BREAK:
            return piece.junction in self._broken
        return piece.join is Join.FILL and self._column + 1 + width(self._chunk(place)) > WIDTH

    def _chunk(self, place: int) -> Sequence[Piece]:
        """The pieces up to the next place where the line may end."""
        end = place + 1
        while end < len(self._pieces) and self._pieces[end].join not in {Join.FILL, Join.BREAK}:
            end += 1
        return self._pieces[place:end]

    def _junction_fits(self, place: int, junction: Junction) -> bool:
        end = next(end for end in range(place, len(self._pieces)) if junction in self._pieces[end].closes) + 1
        if _is_parted(self._pieces[place:end], self._remarks):
            return False
        return self._column + width(self._pieces[place : end + self._glued(end)]) <= WIDTH

    def _glued(self, place: int) -> int:
        """How many pieces stand close behind the one before `place`."""
        end = place
        while end < len(self._pieces) and self._pieces[end].join is Join.GLUE:
            end += 1
        return end - place

    # --- writing ------------------------------------------------------------------------------------------------------

    def _write(self, text: str) -> None:
        self._written.append(text)
        self._column += columns(text)

    def _indent(self, piece: Piece) -> int:
        return self._line.indent + self._line.hang + STEP * piece.depth

    def _new_line(self, piece: Piece, *, blank: bool) -> None:
        self._column = self._indent(piece)
        self._written.append(("\n\n" if blank else "\n") + " " * self._column)

    def _comment_behind(self, piece: Piece) -> None:
        remark = self._remarks.behind.get(piece.leaf.start)
        if remark is not None:
            self._write(f"  {remark.text}")
            self._must_break = True

    def _prose(self, place: int, prose: Prose) -> None:
        room = WIDTH - self._glued(place + 1)
        head, *more = prose.lines(self._column, self._indent(self._pieces[place]), room)
        self._write(head)
        if more:
            self._written += [f"\n{line}" for line in more]
            self._column = columns(more[-1])
