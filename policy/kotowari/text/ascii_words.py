"""Whether rows of plain words stand in a folded text in ASCII, which takes less than looking for patterns in full."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias, TypeVar

from kotowari.extension import IS_COMPILED
from kotowari.text.beginnings import without_longer
from kotowari.text.characters import SEPARATORS
from kotowari.text.patterns.nodes import Gap, Word
from kotowari.text.patterns.pattern import Expression, Matcher

# The forms of the words of a phrase, all in ASCII.
Row: TypeAlias = tuple[tuple[str, ...], ...]
# What begins a phrase, and the phrase as an expression to match there. An ordinary one will do: nothing in it repeats
# but what parts two words, and the text is one that folding has made plain.
Phrase: TypeAlias = tuple[tuple[str, ...], re.Pattern[str]]

# A text with what was found out about it.
_Seen = TypeVar("_Seen")

_BEGINS: Final = r"(?<![a-z0-9])(?<![a-z0-9]')"
_ENDS: Final = r"(?![a-z0-9])(?!'[a-z0-9])"
_APART: Final = rf"[{SEPARATORS}]"
_SAME_LINE: Final = rf"(?:(?!\n){_APART})*"
# As in `matching`: up to 40 characters, of which one may end a line; a blank line parts two sentences.
_GAP: Final = rf"(?!{_APART}{{41}})(?!{_SAME_LINE}\n{_SAME_LINE}\n){_APART}+"


def rows(matchers: Iterable[Matcher]) -> list[Row] | None:
    """The patterns that can match in a text in ASCII, where all of them are neighbouring words; else None."""
    found: list[Row] = []
    for matcher in matchers:
        if isinstance(matcher, Expression):
            return None
        steps = [(step.gap, step.node) for step in matcher.phrase.steps]
        row = tuple(tuple(sorted(filter(str.isascii, node.forms))) for _, node in steps if isinstance(node, Word))
        if len(row) < len(steps) or any(gap is not Gap.WORDS for gap, _ in steps[1:]):
            return None
        if all(row):
            found.append(row)
    return found


def phrase(row: Row) -> Phrase:
    """What finds a row of words."""
    each = (f"(?:{'|'.join(map(re.escape, forms))}){_ENDS}" for forms in row)
    return without_longer(row[0]), re.compile(_BEGINS + _GAP.join(each))


def stand(text: str, phrases: Iterable[Phrase]) -> bool:
    """Whether one of the phrases stands in a folded text in ASCII."""
    for begins, expression in phrases:
        for begin in begins:
            start = text.find(begin)
            while start >= 0:
                if expression.match(text, start):
                    return True
                start = text.find(begin, start + 1)
    return False


def told(read: Callable[[], Sequence[Row] | None], there: Callable[[_Seen], bool]) -> Callable[[_Seen], bool]:
    """The same as `there`; compiled, it can tell of a text in ASCII by itself where the rows are of plain words."""
    if not IS_COMPILED:
        return there
    from kotowari.extension import _compiled  # noqa: PLC0415 - it is there only where it was compiled

    def plain() -> tuple[tuple[tuple[str, ...], Row], ...] | None:
        found = read()
        if found is None or not all(form.isalnum() for row in found for forms in row for form in forms):
            return None
        return tuple((without_longer(row[0]), row) for row in found)

    return _compiled.Mentioned(plain, there)
