"""What people write as they are used to it in Japanese, where the language has a form of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.diagnostics.said import say
from kotowari.language.amounts import amount_at
from kotowari.language.dates import when_at
from kotowari.language.said_in_japanese import PARTICLES
from kotowari.language.tokens import Shape, Token
from kotowari.record import record

# What stands for a date or a number that was read already, but for the words behind it.
_READ = frozenset({Shape.DIGITS, Shape.CALENDAR_DATE})


@record
class Meant:
    """The terminals or words of the language that were meant, where what stands for them is, and what to do.

    `written` is what to write there, where that is known; `certain`: whatever follows, so that only what stands before
    has to fit.
    """

    words: tuple[str, ...]
    start: int
    end: int
    help: str
    written: str = ""
    certain: bool = False


def meant_at(tokens: Sequence[Token], position: int) -> Iterator[Meant]:
    """What may be meant by the words from `position` on, of which a number may have been read already."""
    start = position if tokens[position].shape is Shape.DIGITS else position - 1
    if found := amount_at(tokens, start):
        amount, end = found
        words = (*amount.bound.split(), "DIGITS") if start == position else ()
        words = (*words, amount.unit) if amount.unit else words
        yield Meant(words, start, end, say("write `{word}`", word=amount.written), amount.written)
    for first in (position - 1, position):
        if found_when := when_at(tokens, first) if first == position or _is_read(tokens, position) else None:
            meant, end = found_when
            if end <= position:
                continue
            words = () if first < position else ("CLOCK_TIME" if meant.is_time else "CALENDAR_DATE",)
            help_ = say("write `{word}`", word=meant.written)
            if not meant.has_year:
                help_ = say("write the date with its year: `{date}`", date=meant.written)
            written = meant.written if meant.has_year else ""
            yield Meant(words, first, end, help_, written, certain=bool(words))
    if tokens[position].shape is Shape.WORD and tokens[position].text in PARTICLES:
        yield Meant((), position, position + 1, say("leave `{word}` out", word=tokens[position].text))


def _is_read(tokens: Sequence[Token], position: int) -> bool:
    return position > 0 and tokens[position - 1].shape in _READ
