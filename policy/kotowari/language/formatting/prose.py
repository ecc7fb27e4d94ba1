"""The text between two quotes: its lines joined, and broken anew where they are too long.

A line is only broken where the break reads as what stood there: one space, or nothing between Japanese characters.
"""

from __future__ import annotations

import re

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.wrap import NEVER_FIRST, NEVER_LAST
from kotowari.language import quotes
from kotowari.language.strings import LIST_LINE, is_japanese, read_string, what_a_break_is
from kotowari.language.words import DECLARATIONS
from kotowari.record import record

_BREAK_OR_ESCAPE = re.compile(r"\\.|\n\s*", re.DOTALL)
# What is never broken: an escape, a placeholder, a character.
_ATOM = re.compile(r"\\.|\{(?:\\.|[^{}\\\n])*\}|.")
_DECLARATION = re.compile(rf"(?:{'|'.join(DECLARATIONS)})\b")
_STEP = 2
# Behind these a line breaks best, wherever they stand in its last third.
_STOPS = frozenset("、。，．！？…）」』】")
_STOPS_BEFORE_SPACE = _STOPS | frozenset(",.:;!?)")
_HIRAGANA = re.compile("[\u3041-\u309f]")
# A polite word begins with one of these: お使い, ご確認.
_PREFIXES = frozenset("おご")
_PARTICLES = frozenset("はがをにでともへのやてば")
_BEST, _GOOD, _FAIR, _POSSIBLE = 4, 3, 2, 1


@record
class Prose:
    """A string. `text` has its backslashes, and a line feed only where a break has a meaning."""

    written: str
    text: str

    @classmethod
    def of(cls, written: str) -> Prose:
        """The string that was written so, quotes included."""
        return cls(written, _unbroken(written[1:-1]))

    @property
    def is_one_line(self) -> bool:
        """Whether it can stand on one line."""
        return "\n" not in self.text

    @property
    def flat(self) -> str:
        """The string on one line."""
        return f"{self.written[0]}{self.text}{self.written[-1]}"

    def lines(self, column: int, indent: int, width: int) -> list[str]:
        """The string in lines of at most `width` columns: the first begins at `column`, the others at `indent`."""
        found = self._broken(column, indent, width)
        written = "\n".join(found)
        if len(found) > 1 and not _reads_as(written, self.written, indent):
            return self.written.split("\n")
        return found

    def _broken(self, column: int, indent: int, width: int) -> list[str]:
        quote, lines, first = self.written[0], [self.written[0]], True
        paragraphs = self.flat[1:].split("\n")
        if len(paragraphs) > 1 and LIST_LINE.match(paragraphs[0]):
            lines, column, first = [quote, " " * indent], indent - 1, True
        for paragraph in paragraphs:
            if not first:
                lines.append(" " * indent if paragraph else "")
            hang = indent + (_STEP if LIST_LINE.match(paragraph) else 0)
            start = column + 1 if first else indent
            head, *more = _wrapped(paragraph, width - start, width - hang)
            lines[-1] += head
            lines += [" " * hang + line for line in more]
            first = False
        return lines


def _unbroken(inner: str) -> str:
    """The text without the breaks that carry no meaning: what `read_string` reads, with its backslashes."""
    text, position = "", 0
    for match in _BREAK_OR_ESCAPE.finditer(inner):
        if not match.group().startswith("\\"):
            text += inner[position : match.start()].rstrip()
            text += what_a_break_is(inner, text[-1:], match)
            position = match.end()
    return text + inner[position:]


def _reads_as(written: str, before: str, indent: int) -> bool:
    """Whether a string is read as the one before, also where a declaration stands nearly as deep as its lines."""
    if quotes.close(written, 0, len(written), indent - 1) != (len(written), True):
        return False
    return _read(written) == _read(before)


def _read(written: str) -> str:
    return read_string(Source("", written), 0, len(written), written).text


# --- breaking ---------------------------------------------------------------------------------------------------------


@record
class _Place:
    """A place to break before an atom; `used` is how wide the line before it is."""

    atom: int
    quality: int
    used: int


@record
class _Wrapped:
    """The lines of a paragraph; `quality` is that of its worst break."""

    lines: tuple[str, ...]
    quality: int


def _wrapped(text: str, first: int, room: int) -> tuple[str, ...]:
    """A paragraph in lines, the first of at most `first` columns, the others of `room`.

    Where little would be left for the last of two or three lines, they are made about as long as each other, with the
    best breaks that there are for that.
    """
    atoms = _ATOM.findall(text)
    greedy = _greedy(atoms, first, room)
    if len(greedy.lines) not in {2, 3} or columns(greedy.lines[-1]) * 3 > room:
        return greedy.lines
    tried = [_greedy(atoms, first - less, room - less) for less in range(room // 2, 0, -1)]
    as_many = [wrapped for wrapped in tried if len(wrapped.lines) == len(greedy.lines)]
    best = max(as_many, key=lambda wrapped: wrapped.quality, default=greedy)
    return best.lines if best.quality >= greedy.quality else greedy.lines


def _greedy(atoms: list[str], first: int, room: int) -> _Wrapped:
    """As much on each line as there is room for, the places to break allowing."""
    lines: list[str] = []
    start, limit, worst = 0, first, _BEST
    while True:
        end = _line_end(atoms, start, limit)
        lines.append("".join(atoms[start : end.atom]))
        if end.atom == len(atoms):
            return _Wrapped(tuple(lines), worst)
        start, limit, worst = end.atom + (atoms[end.atom] == " "), room, min(worst, end.quality)


def _line_end(atoms: list[str], start: int, limit: int) -> _Place:
    """Where the line that begins at an atom ends: at the best place that fits, else at the first one."""
    used, places = 0, list[_Place]()
    for place in range(start, len(atoms)):
        quality = _quality(atoms, place) if place > start else 0
        if quality and (used <= limit or not places):
            places.append(_Place(place, quality, used))
        used += columns(atoms[place])
        if used > limit and places:
            return _best(places, limit)
    return _Place(len(atoms), _BEST, used)


def _best(places: list[_Place], limit: int) -> _Place:
    for quality, least in ((_BEST, limit * 2 // 3), (_GOOD, limit // 2), (_FAIR, limit // 2)):
        found = [place for place in places if place.quality >= quality and place.used >= least]
        if found:
            return found[-1]
    return places[-1]


def _quality(atoms: list[str], place: int) -> int:
    """How well a line breaks before an atom; 0 where it must not."""
    space = atoms[place] == " "
    follows = place + space
    if follows == len(atoms):
        return 0
    before, after = atoms[place - 1][-1], atoms[follows][0]
    if before.isspace() or after.isspace() or columns(after) == 0 or _begins_anew(atoms[follows : follows + 12]):
        return 0
    both = is_japanese(before) and is_japanese(after)
    if space:
        return 0 if both else _BEST if before in _STOPS_BEFORE_SPACE else _GOOD
    if not both or after in NEVER_FIRST or before in NEVER_LAST:
        return 0
    return _between_japanese(before, after)


def _between_japanese(before: str, after: str) -> int:
    """A phrase of Japanese mostly ends in hiragana, with a particle, and the next one begins with something else."""
    if before in _STOPS:
        return _BEST
    if before == "を":  # a particle wherever it stands
        return _GOOD
    if not _HIRAGANA.match(before) or _HIRAGANA.match(after) or before in _PREFIXES:
        return _POSSIBLE
    return _GOOD if before in _PARTICLES else _FAIR


def _begins_anew(atoms: list[str]) -> bool:
    """Whether a line that begins so would be a line of a list, or look like a declaration."""
    text = "".join(atoms)
    return LIST_LINE.match(text) is not None or _DECLARATION.match(text) is not None
