"""Where matches have a chance to begin in a short text: an opening stands there, and what they need follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

from kotowari.extension import IS_COMPILED
from kotowari.text.patterns.multisearch import own_search
from kotowari.text.patterns.needs import Needs
from kotowari.text.sentences import FULL_STOPS

if TYPE_CHECKING:
    from kotowari.extension import _compiled

# By topic, the places where matches of it have a chance to begin, in order, each with the number of the matcher.
Chances: TypeAlias = Mapping[str, Sequence[tuple[int, int]]]
# Finds them in a folded text, whose Latin words come with it: where they stand, in order, and the numbers of the
# matchers that begin with them.
Look: TypeAlias = Callable[[str, list[tuple[int, list[int]]]], Chances]

_NEEDLESS: Final = Needs((), 0)


def chances(openings: Mapping[str, Sequence[int]], topics: Sequence[str], needed: Mapping[int, Needs]) -> Look | None:
    """What finds the chances in a folded text; None where that is not compiled, or not made for such openings.

    `openings` are what phrases can begin with that is no Latin word, with the numbers of their matchers; `topics` names
    the topic of each matcher, `needed` says what it needs.
    """
    search = own_search(tuple(openings)) if IS_COMPILED else None
    if search is None:
        return None
    from kotowari.extension import _compiled  # noqa: PLC0415 - it is there only where it was compiled

    names = tuple(dict.fromkeys(topics))
    numbers = {name: number for number, name in enumerate(names)}
    matchers = tuple(
        (numbers[topic], needs.beyond, _searches(needs))
        for topic, needs in ((topic, needed.get(number, _NEEDLESS)) for number, topic in enumerate(topics))
    )
    return _compiled.Chances(search, tuple(map(tuple, openings.values())), names, matchers, FULL_STOPS).of


def _searches(needs: Needs) -> tuple[_compiled.MultiSearch, ...]:
    """What looks for the strings of which one is needed each; those that nothing compiled finds are tried for later."""
    return tuple(strings.search for strings in needs.strings if strings.search is not None)
