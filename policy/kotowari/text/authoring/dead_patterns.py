"""Patterns that no text can match, whatever a customer writes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from kotowari.text.authoring.covering import rows
from kotowari.text.authoring.own_words import own_words
from kotowari.text.errors import PatternError
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Symbol
from kotowari.text.patterns.pattern import Expression, Matcher, Pattern
from kotowari.text.patterns.search import Search
from kotowari.text.regular.expressions import compile_expression
from kotowari.text.regular.linear import LinearExpression

# A class without a member: what RE2 makes of an expression that needs it has one instruction, and matches nothing.
_NOTHING: Final = r"[^\x00-\x{10FFFF}]"
_SIZE_OF_NOTHING: Final = 1
# What may ask for characters that folding leaves in no text: classes, Unicode's sets, characters by their number, and
# marks that count once however often they are written.
_ATOM: Final = re.compile(
    r"\[\^?\]?(?:\\[pP]\{[^}]*\}|\\x\{[^}]*\}|\\.|\[:\^?\w+:\]|[^\]\\])*\]|\\[pP](?:\{\^?\w+\}|\w)"
    r"|\\x(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{2})|ー{2,}|~{2,}|\\."
)
_ASKS_BY_SET: Final = re.compile(r"\\[pPx]|\[:")
_MOST_TRIED: Final = 4_000
# Fewer than one in so many of the characters that are asked for is left, and none below this one.
_SHARE_LEFT: Final = 6
_SELDOM: Final = "\u1000"


def needs_unfolded(pattern: Pattern) -> str:
    """The part of a regular expression, as written, without which it cannot match and which folding leaves in no text.

    Empty where there is none, or where it cannot be told.
    """
    for found in _ATOM.finditer(pattern.text):
        atom = found.group()
        if _is_never_left(atom) and _matches_nothing(_without(pattern.text, atom)):
            return atom
    return pattern.text if _matches_nothing(pattern.text) else ""


def _without(text: str, atom: str) -> str:
    return _ATOM.sub(lambda found: _NOTHING if found.group() == atom else found.group(), text)


def _matches_nothing(text: str) -> bool:
    """Whether RE2 itself finds that the expression matches nothing."""
    try:
        return compile_expression(text.removeprefix("/").removesuffix("/")).size == _SIZE_OF_NOTHING
    except PatternError:  # what is left asks for nothing at all
        return False


@lru_cache(maxsize=256)
def _is_never_left(atom: str) -> bool:
    r"""Whether folded texts have next to nothing of what this part of an expression asks for.

    Next to nothing: of `\p{Lu}` the capitals of Cherokee are left.
    """
    if atom[0] in "ー~":
        return True
    if not _ASKS_BY_SET.search(atom):  # what is written out is folded like the texts
        return False
    asked = _asked(atom)
    left = [character for character in asked if fold(character).text == character]
    return len(asked) > 0 and len(left) * _SHARE_LEFT < len(asked) and all(character >= _SELDOM for character in left)


def _asked(atom: str) -> tuple[str, ...]:
    """The characters that this part of an expression matches; none where they are many."""
    try:
        found = tuple(islice(_characters(compile_expression(atom)), _MOST_TRIED))
    except PatternError:
        return ()
    return found if len(found) < _MOST_TRIED else ()


def _characters(expression: LinearExpression) -> Iterator[str]:
    """The characters that match, but for halves of one."""
    for low in range(0, 0x110000, 0x1000):
        block = "".join(map(chr, (code for code in range(low, low + 0x1000) if not 0xD800 <= code < 0xE000)))
        for start, end in expression.finditer(block):
            yield from block[start:end]


# --- patterns of words ------------------------------------------------------------------------------------------------


def misses_its_own_words(matcher: Matcher) -> bool:
    """Whether a pattern of words does not find its own words, written one after the other."""
    if isinstance(matcher, Expression):
        return False
    found = rows(matcher.phrase)
    if not any(isinstance(leaf, Symbol) for row in found for _, leaf in row):  # letters always find themselves
        return False
    search = Search([matcher])
    texts = (text for row in found for text in own_words(row))
    return not any(True for text in texts for _ in search.hits(View(fold(text))))
