"""Diagnostics as people read them: the message, the source with what is meant underlined, and what to do.

    error[unknown-fact]: `customer.plam` is not a fact of this policy
       ╭─ policy.rules:12:8
    12 │   when customer.plam is pro
       │        ^^^^^^^^^^^^^ did you mean `customer.plan`?
       ╰─ facts are declared in facts.rules

What stands in a source is shown as it stands there, in the columns that a terminal gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.excerpt import Excerpt, excerpt
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.spoken import severity_word, summary, translated
from kotowari.diagnostics.style import PLAIN, Style, paint
from kotowari.diagnostics.telling import in_language
from kotowari.diagnostics.wrap import wrap
from kotowari.record import record

# Below this a line of a source has no room beside its number.
_LEAST_WIDTH = 40
# A label that starts a line of its own gets this much room, where the line has it.
_LABEL_ROOM = 40
# Of a longer message, label or help only the two ends are shown.
_LONGEST = 1_000


def render_all(
    diagnostics: Iterable[Diagnostic],
    sources: Mapping[str, Source],
    *,
    style: Style = PLAIN,
    width: int = 80,
    language: str = "en",
) -> str:
    """Every diagnostic in the order of its place, then how many there are; the empty text where there are none.

    `sources` maps the names that spans carry to the texts. Lines are at most `width` columns, names of files and
    widths below 40 aside. The text ends without a line feed.
    """
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.order)
    if not ordered:
        return ""
    rendered = [render(diagnostic, sources, style=style, width=width, language=language) for diagnostic in ordered]
    return "\n\n".join([*rendered, paint(style.message, in_language(summary(ordered), language))])


def render(
    diagnostic: Diagnostic,
    sources: Mapping[str, Source],
    *,
    style: Style = PLAIN,
    width: int = 80,
    language: str = "en",
) -> str:
    """One diagnostic as people who speak `language` read it; the text ends without a line feed."""
    diagnostic = translated(diagnostic, language)
    width = max(width, _LEAST_WIDTH)
    marks = _marks(diagnostic, sources, style)
    frame = _Frame(style, width, max(len(str(mark.line)) for mark in marks), japanese=language == "ja")
    body: list[str] = []
    for name in dict.fromkeys(mark.span.source for mark in marks):
        in_file = [mark for mark in marks if mark.span.source == name]
        if name:
            body.append(frame.header("├─" if body else "╭─", in_file[0]))
        body.extend(frame.file(in_file))
    end = frame.end(_shortened(diagnostic.help or (diagnostic.fix.title if diagnostic.fix else "")))
    return "\n".join([*_head(diagnostic, style, width, language), *body, *end])


def _head(diagnostic: Diagnostic, style: Style, width: int, language: str) -> list[str]:
    word = in_language(severity_word(diagnostic.severity), language)
    title = f"{word}[{printable(diagnostic.code)}]"
    message, first_width = printable(_shortened(diagnostic.message)), width - columns(title) - 2
    first, *more = wrap(message, width - 2, first=first_width, japanese=language == "ja")
    head = paint(style.of(diagnostic.severity), title) + paint(style.message, f": {first}".rstrip(" "))
    return [head, *("  " + paint(style.message, line) for line in more)]


def _shortened(text: str) -> str:
    """The text, without the middle of what nobody would read: a name in it may be as long as a file."""
    if len(text) <= _LONGEST:
        return text
    return f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 2 :]}"


@record
class _Mark:
    """A stretch to underline with `sign`, and what to say about it. `line` is 0 where the text is not at hand."""

    span: Span
    text: str
    sign: str
    colour: str
    source: Source | None
    line: int
    column: int


def _marks(diagnostic: Diagnostic, sources: Mapping[str, Source], style: Style) -> list[_Mark]:
    """The mark of the diagnostic itself, then those of its notes."""
    places = [(diagnostic.span, diagnostic.label, "^", style.of(diagnostic.severity))]
    places += [(note.span, note.message, "-", style.second) for note in diagnostic.notes]
    return [_mark(*place, sources.get(place[0].source)) for place in places]


def _mark(span: Span, text: str, sign: str, colour: str, source: Source | None) -> _Mark:
    line, column = source.place(min(span.start, len(source.text))) if source else (0, 0)
    return _Mark(span, printable(_shortened(text)), sign, colour, source, line, column)


@record
class _Frame:
    """The lines that hold a diagnostic together, with line numbers of at most `digits` digits on their left."""

    style: Style
    width: int
    digits: int
    japanese: bool

    @property
    def room(self) -> int:
        """The columns right of the frame."""
        return self.width - self.digits - 3

    def header(self, corner: str, mark: _Mark) -> str:
        """The line that names a file and a place in it."""
        place = f":{mark.line}:{mark.column}" if mark.source else ""
        return f"{self._gutter(corner)} {printable(mark.span.source)}{place}"

    def file(self, marks: Sequence[_Mark]) -> Iterator[str]:
        """The marked lines of one file, each once where it fits, and what is said of them."""
        shown, whole = 0, False
        for mark in sorted(marks, key=lambda mark: (mark.line, mark.sign != "^", mark.span.start, mark.span.end)):
            if mark.source is None:
                yield from (self._row("│", line) for line in self._wrapped(mark.text, self.room) if line)
                continue
            part = _excerpt(mark, mark.source, self.room)
            if shown and mark.line > shown + 1:
                yield self._gutter("┆")
            if not (whole and mark.line == shown):
                yield self._row("│", part.text, str(mark.line))
            yield from (self._row("│", line) for line in self._underline(mark, part))
            shown, whole = mark.line, part.whole

    def end(self, text: str) -> Iterator[str]:
        """The last lines, which say what to do."""
        if not text:
            return
        first, *more = self._wrapped(printable(text), self.room - 1)
        yield f"{self._gutter('╰─')} {paint(self.style.help, first)}"
        for line in more:
            yield f"{' ' * (self.digits + 4)}{paint(self.style.help, line)}"

    def _underline(self, mark: _Mark, part: Excerpt) -> Iterator[str]:
        """The underline, with its text beside it, or below where it does not fit."""
        line = mark.sign * part.length
        if part.runs_on:
            line = line[: self.room - part.indent - 1] + "…"
        space = self.room - part.indent - len(line) - 1
        if columns(mark.text) <= space:
            yield " " * part.indent + paint(mark.colour, f"{line} {mark.text}".rstrip(" "))
            return
        yield " " * part.indent + paint(mark.colour, line)
        indent = max(0, min(part.indent, self.room - min(columns(mark.text), _LABEL_ROOM)))
        for text in self._wrapped(mark.text, self.room - indent):
            yield " " * indent + paint(mark.colour, text)

    def _wrapped(self, text: str, width: int) -> list[str]:
        return wrap(text, width, japanese=self.japanese)

    def _row(self, bar: str, content: str, number: str = "") -> str:
        return f"{self._gutter(bar, number)} {content}".rstrip(" ")

    def _gutter(self, bar: str, number: str = "") -> str:
        return paint(self.style.frame, f"{number:>{self.digits}} {bar}")


def _excerpt(mark: _Mark, source: Source, room: int) -> Excerpt:
    """What to show of the first line of a mark; of a mark that runs over several lines the rest is not shown."""
    line = source.line(mark.line)
    start = mark.column - 1
    end = start + mark.span.end - mark.span.start
    if end <= len(line):
        return excerpt(line, start, end, room)
    rest = source.text[mark.span.start + len(line) - start : mark.span.end]
    part = excerpt(line, start, len(line.rstrip()), room)
    return replace(part, runs_on=part.runs_on or not rest.isspace())
