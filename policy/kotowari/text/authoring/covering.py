"""Whether one pattern matches wherever another one does, at the same place or within it.

The answer is yes only where it is sure: what cannot be told from the words of the patterns counts as no. Both are taken
as all the rows of words that their alternatives stand for. One thing is let pass: neighbours that the members of a list
part ("a" at the end of a line, "- b" below) are found by "a b" and not by "a ... b".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from itertools import islice
from typing import Final, TypeAlias, assert_never

from kotowari.record import record
from kotowari.text.fold import fold
from kotowari.text.japanese.spellings import Way
from kotowari.text.patterns.matching import View
from kotowari.text.patterns.nodes import Choice, Gap, Japanese, Leaf, Number, Phrase, Prefix, Step, Symbol, Word
from kotowari.text.patterns.pattern import Expression, Matcher, Words
from kotowari.text.patterns.search import Search

# A row of words without alternatives, each with what may stand before it.
Row: TypeAlias = tuple[tuple[Gap, Leaf], ...]

# A pattern with more alternatives than this is taken to be unlike every other.
MOST_ROWS: Final = 300
# A `...` reaches over six words, so over at most as many parts of a phrase.
_MOST_SPANNED: Final = 6
# What is built on a past form, behind the base that it may have: refund(e), refund(es), refund(eds), cancel(ls).
_OF_PAST: Final = re.compile("(?:e|es|e's|eing|eds|ed's|(?<=(.))\\1(?:s|eds|ed's|'s)?)$")
_WIDTH: Final = {Gap.NONE: 0, Gap.NUMBER: 1, Gap.WORDS: 2, Gap.FEW: 3}


def rows(phrase: Phrase) -> tuple[Row, ...]:
    """The rows that the alternatives of a phrase stand for; none where they are more than `MOST_ROWS`."""
    found = tuple(islice(_rows(phrase.steps), MOST_ROWS + 1))
    return found if len(found) <= MOST_ROWS else ()


def _rows(steps: Sequence[Step]) -> Iterator[Row]:
    if not steps:
        yield ()
        return
    for first in _alternatives(steps[0]):
        for rest in _rows(steps[1:]):
            yield (*first, *rest)


def _alternatives(step: Step) -> Iterator[Row]:
    match step.node:
        case Choice(options):
            for option in options:
                for row in _rows(option.steps):
                    yield ((step.gap, row[0][1]), *row[1:])
        case Word() | Prefix() | Japanese() | Number() | Symbol() as leaf:
            yield ((step.gap, leaf),)
        case _:
            assert_never(step.node)


@record
class Covered:
    """Patterns by number, each as its rows, filed so that those are found fast that may cover another one."""

    rows_of: list[tuple[Row, ...]] = field(default_factory=list[tuple[Row, ...]])
    _by_sign: dict[str, set[int]] = field(default_factory=dict[str, set[int]])
    _others: set[int] = field(default_factory=set[int])

    def add(self, matcher: Matcher) -> None:
        """Takes in the next pattern. A regular expression covers nothing and is covered by nothing."""
        number = len(self.rows_of)
        found = () if isinstance(matcher, Expression) else rows(matcher.phrase)
        self.rows_of.append(found)
        for row in found:
            signs = _signs(row[0][1])
            for sign in signs:
                self._by_sign.setdefault(sign, set()).add(number)
            if not signs:
                self._others.add(number)

    def by(self, number: int) -> Iterator[int]:
        """The other patterns that match wherever this one does, in order."""
        own = self.rows_of[number]
        if own:
            for other in sorted(self._candidates(own[0]) - {number}):
                if all(any(_covers(row, wider) for wider in self.rows_of[other]) for row in own):
                    yield other

    def _candidates(self, row: Row) -> set[int]:
        """The patterns that may match within the row."""
        found = set(self._others)
        for _, leaf in row:
            for sign in _has(leaf):
                found |= self._by_sign.get(sign, set())
        return found


def _signs(leaf: Leaf) -> Iterable[str]:
    """One of these every word has that the leaf stands for; none where that cannot be said."""
    if isinstance(leaf, Word):
        return leaf.forms
    if isinstance(leaf, Japanese) and not leaf.beginning:
        return {leaf.text, *(key for way in leaf.ways for key in way[0])}
    return ()


def _has(leaf: Leaf) -> Iterable[str]:
    """What a leaf that stands for all that this one matches has among its signs."""
    if isinstance(leaf, Word):
        return (min(leaf.forms),)
    if isinstance(leaf, Japanese):
        return {leaf.text, *(key for way in leaf.ways[:1] for keys in way for key in keys)}
    return ()


def _covers(row: Row, wider: Row) -> bool:
    """Whether the wider row matches within every match of the row."""
    return any(_covers_from(row, start, wider) for start in range(len(row)))


def _covers_from(row: Row, start: int, wider: Row) -> bool:
    if not _stands_for(row[start][1], wider[0][1]):
        return False
    ends = {start}
    for gap, leaf in wider[1:]:
        ends = {
            after
            for end in ends
            for after in range(end + 1, min(len(row), end + 1 + (_MOST_SPANNED if gap is Gap.FEW else 1)))
            if _stands_for(row[after][1], leaf) and _is_within(row, end, after, gap)
        }
    return bool(ends)


def _is_within(row: Row, before: int, after: int, gap: Gap) -> bool:
    """Whether the gap takes all that stands between two words of the row."""
    if gap is Gap.FEW and isinstance(row[after][1], Symbol):  # which may end the sentence
        return after == before + 1 and row[after][0] is Gap.FEW
    if after == before + 1:
        return _WIDTH[row[after][0]] <= _WIDTH[gap]
    spanned = row[before + 1 : after]
    return all(inner is not Gap.FEW for inner, _ in row[before + 1 : after + 1]) and all(
        isinstance(leaf, Word | Prefix | Number) for _, leaf in spanned
    )


def _stands_for(leaf: Leaf, wider: Leaf) -> bool:
    """Whether everything that the leaf matches has a match of the wider one in it, at the same place."""
    match leaf, wider:
        case Word(forms), Word(more):
            return all(form in more or _is_odd(form, forms, more) for form in forms)
        case Word(forms), Prefix(text):
            return all(form.startswith(text) for form in forms)
        case Prefix(text), Prefix(shorter):
            return text.startswith(shorter)
        case Japanese(), Japanese():
            return _japanese_stands_for(leaf, wider)
        case (Number(), Number()):
            return True
        case Symbol(text), Symbol(other):
            return text == other
        case _:
            return False


def _is_odd(form: str, forms: frozenset[str], more: frozenset[str]) -> bool:
    """Whether this is no form that anybody writes.

    An inflected word may be a word of its own, so forms are built of it again: `exports` gives "exportses", `refunded`
    "refunde" and "refundeds", `cancelled` "cancell".
    """
    plural = form.removesuffix("'s").removesuffix("es")
    if form != plural and plural.endswith("s") and plural in forms and {plural[:-1], plural[:-2]} & forms:
        return True
    base = _OF_PAST.sub("", form)
    past = {base + "ed", base + base[-1:] + "ed", base[:-1] + "ed"} if base != form else set[str]()
    return bool(past & more) and bool({base, base[:-1]} & more) and not base.endswith("th")  # bath, bathe


def _japanese_stands_for(leaf: Japanese, wider: Japanese) -> bool:
    if leaf == wider:
        return True
    if leaf.beginning or wider.beginning:
        return (
            leaf.text.startswith(wider.text) and leaf.edges[0] == wider.edges[0] and wider.beginning and leaf.beginning
        )
    if not leaf.ways or not wider.ways or leaf.edges != (True, True) or wider.edges != (True, True):
        return False
    if leaf.katakana and not (wider.katakana and len(wider.text) <= len(leaf.text)):  # found in hiragana, unlike others
        return False
    return all(any(_holds(way, other) for other in wider.ways) for way in leaf.ways) and _found_in(leaf, wider)


def _holds(way: Way, other: Way) -> bool:
    """Whether the keys of the other way stand in this one, one after the other."""
    return any(
        all(keys <= more for keys, more in zip(way[start:], other, strict=False))
        for start in range(len(way) - len(other) + 1)
    )


def _found_in(leaf: Japanese, wider: Japanese) -> bool:
    """Whether the wider word is found in the characters of the other one, which may also stand for themselves."""
    search = Search([Words(Phrase((Step(Gap.NONE, wider),)))])
    return any(True for _ in search.hits(View(fold(leaf.text))))


def covered(matchers: Iterable[Matcher]) -> Covered:
    """The patterns of a topic, ready to be compared."""
    found = Covered()
    for matcher in matchers:
        found.add(matcher)
    return found
