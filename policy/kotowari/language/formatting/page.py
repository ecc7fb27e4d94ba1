"""The whole file: its lines, with the comments between them and the blank lines that part its groups."""

from __future__ import annotations

from collections.abc import Iterable

from kotowari.diagnostics.source import Source
from kotowari.language.formatting.flow import Line, lay_out
from kotowari.language.formatting.remarks import Remark, Remarks
from kotowari.language.scan import column_of
from kotowari.record import record

# Always with a blank line round them: they are long, and stand for themselves.
_APART = frozenset({"policy", "rule", "table"})
# What is one kind to the reader.
_KINDS = {"strategy": "value", "usual_script": "script"}
# Nothing is indented deeper; on a line longer than any page every column counts as this one.
_DEEPEST = 1_000


@record
class _Open:
    """A line that what follows may belong to: where it stands now, and where it stood."""

    indent: int
    column: int


class Page:
    """Puts the lines of a source one below the other."""

    def __init__(self, source: Source, remarks: Remarks) -> None:
        self._source = source
        self._remarks = remarks
        self._open: list[_Open] = []
        self._declared = ""
        self._indent_above = 0
        self._is_below_line = False
        self._lines: list[str] = []

    def text(self, lines: Iterable[Line]) -> str:
        """The text of a file, with a line feed behind its last line; empty where there is nothing in it."""
        for line in lines:
            start = line.pieces[0].leaf.start
            column = self._column(start)
            blank = self._comments(start, line.indent, column, apart=self._is_apart(line))
            self._write(lay_out(line, self._remarks), line.indent, blank=blank)
            self._open = [*(above for above in self._open if above.indent < line.indent), _Open(line.indent, column)]
            self._is_below_line = True
        self._comments(self._remarks.end, 0, 0, apart=False)
        return "".join(f"{line}\n" for line in self._lines)

    def _column(self, start: int) -> int:
        """Where a word stood on its line, from 0."""
        line_start = self._source.line_starts[self._source.place(start)[0] - 1]
        return column_of(self._source.text[line_start : min(start, line_start + _DEEPEST)])

    def _is_apart(self, line: Line) -> bool:
        """Whether a line begins a declaration that needs a blank line before it."""
        if not line.declares:
            return False
        kind = _KINDS.get(line.declares, line.declares)
        before, self._declared = self._declared, kind
        return bool(before) and (before != kind or kind in _APART)

    def _comments(self, start: int, indent: int, column: int, *, apart: bool) -> bool:
        """Write the comments before a line; the answer is whether a blank line follows them."""
        remarks = self._remarks.before.get(start, [])
        follows = start in self._remarks.blank
        missing = apart and not follows and not any(remark.blank for remark in remarks)
        for remark in remarks:
            at = self._indent_of(remark, indent, column)
            self._write([" " * at + remark.text], at, blank=remark.blank or (missing and at == indent))
            missing = missing and at != indent
            self._is_below_line = False
        return follows or missing

    def _indent_of(self, remark: Remark, indent: int, column: int) -> int:
        """A comment stands with the line below it, or with the block above it where it was indented deeper."""
        deeper = [above for above in self._open if above.indent > indent]
        if not deeper or remark.column <= column:
            return indent
        return max((above.indent for above in deeper if above.column <= remark.column), default=deeper[0].indent)

    def _write(self, lines: list[str], indent: int, *, blank: bool) -> None:
        under_head = self._is_below_line and indent > self._indent_above
        if blank and self._lines and not under_head:
            self._lines.append("")
        self._lines += lines
        self._indent_above = indent
