"""Whether two patterns would count as denied alike: the words of a match are not read as denying it.

"no refund" finds "we got no refund" and asks; "refund" alone would be denied there by the "no" before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

from kotowari.text.authoring.covering import rows
from kotowari.text.authoring.own_words import own_words
from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.pattern import Expression, Matcher
from kotowari.text.patterns.search import Hit, Search

_MOST_ROWS: Final = 60
_SETTINGS: Final = (
    "{}",
    "we want {}",
    "we do not want {}",
    "{} is needed",
    "{} is not needed",
    "{}が必要です",
    "{}は不要です",
)


def denied_alike(matcher: Matcher, other: Matcher) -> bool:
    """Whether both count as denied in the same sentences around the first one's own words."""
    if isinstance(matcher, Expression):
        return True
    own, wider = Search([matcher]), Search([other])
    return all(_alike(text, own, wider) for text in _texts(matcher))


def _texts(matcher: Matcher) -> Iterator[str]:
    if isinstance(matcher, Expression):
        return
    for row in islice(rows(matcher.phrase), _MOST_ROWS):
        for words in own_words(row):
            yield from (setting.format(words) for setting in _SETTINGS)


def _alike(text: str, own: Search, wider: Search) -> bool:
    """Whether the first match of both says the same; where one of them finds nothing, there is nothing to say."""
    view = View(fold(text))
    first, second = _first(own, view), _first(wider, view)
    if first is None or second is None or (first.start, first.end) == (second.start, second.end):
        return True
    return is_denied(view.folded, first.start, first.end) == is_denied(view.folded, second.start, second.end)


def _first(search: Search, view: View) -> Hit | None:
    return next(search.hits(view), None)
