"""What settles ordinary requests, by the extension that is compiled where the package is installed."""

from __future__ import annotations

from array import array
from functools import partial
from itertools import accumulate
from typing import Final

from kotowari.engine.index.index import places
from kotowari.engine.index.needs import AllNeeds
from kotowari.engine.index.ranking import Ranking, Weighing, ranking
from kotowari.engine.program import Program
from kotowari.extension import _compiled
from kotowari.requests.looks import Choice, Flag, Look, Whole, look_at
from kotowari.requests.ordinary import Ordinary, Parts
from kotowari.requests.seasons import Seasons
from kotowari.text.glance import Glance, Seen

_LEAST: Final = -(1 << 63)
_MOST: Final = (1 << 63) - 1
# How many searches for one string take as long as one for all of them.
_WORTH: Final = 5


def compiled_quick(program: Program, glance: Glance, *, lenient: bool = False) -> _compiled.Settle:
    """What settles the ordinary requests of a policy."""
    facts, index = program.model.facts, program.index
    looks: dict[str, Look] = {}

    def form(parts: Parts) -> _compiled.Form:
        for fact in parts.declared.values():
            looks[fact.name] = looks.get(fact.name) or look_at(fact, index)
        return _form(parts, looks)

    reading, _ = index.topics.first
    needs, ranks = AllNeeds(index, glance), ranking(index, program.overriders)
    return _compiled.Quick(
        form_of=Ordinary(facts, index, form, lenient=lenient).form,
        rules_at=Seasons(program).at,
        needs_of=needs.of,
        known=needs.known,
        folded=glance.folded,
        seen=glance.seen,
        there=glance.there,
        needles=partial(_needles, needs, glance),
        in_force=_in_force(needs, ranks),
        verdicts=ranks.verdicts,
        otherwise=ranks.otherwise,
        sure=ranks.sure,
        above=ranks.overridden,
        first=ranks.first,
        stronger=ranks.stronger,
        worth=_WORTH,
        average=index.topics.average,
        reading=reading,
        needless=index.all & ~reading,
        single=index.single & reading,
        begins=tuple(accumulate((count for _, count in index.counts[:-1]), initial=0))[::-1],
    ).settle


def _needles(needs: AllNeeds, glance: Glance) -> _compiled.Needles:
    """All needles, each with what tells whether its topics are there, and with the places of the rules they are for."""
    topics: dict[str, list[tuple[_compiled.There, bytes]]] = {needle: [] for needle in ("", *glance.needles)}
    for needle, there, rules in needs.first():
        topics[needle].append((there, array("i", places(rules)).tobytes()))
    at_words = bytes(needle in glance.at_words for needle in topics)
    return _compiled.Needles(tuple(topics), tuple(map(tuple, topics.values())), at_words)


def _in_force(needs: AllNeeds, ranks: Ranking) -> _compiled.InForce:
    def in_force(place: int, alive: int, unknown: int, seen: Seen | None) -> bool | None:
        return Weighing(needs, ranks.above, alive, unknown, seen).in_force(place)

    return in_force


def _form(parts: Parts, looks: dict[str, Look]) -> _compiled.Form:
    groups = {path: number for number, path in enumerate(parts.groups)}
    return _compiled.Form(
        keys=parts.keys,
        groups=tuple(
            (groups[path[:-1]], path[-1], members) if path else (-1, "facts", members)
            for path, members in parts.groups.items()
        ),
        fields=tuple((groups[path[:-1]], path[-1], *_field(looks[fact.name])) for path, fact in parts.declared.items()),
        aside=tuple((groups[path[:-1]], path[-1], 0) for path in parts.aside),
        names=parts.names,
        defaults=parts.defaults,
        unknown=parts.unknown,
    )


def _field(look: Look) -> _compiled.Field:
    match look.way:
        case Flag(yes=yes, no=no):
            return "f", look.narrows, (yes, no), look.other
        case Choice(left=left):
            return "c", look.narrows, left, look.other
        case Whole(low=low, high=high, begins=begins, left=left) if all(_LEAST <= one <= _MOST for one in begins):
            low = _LEAST if low is None else max(low, _LEAST)
            high = _MOST if high is None else min(high, _MOST)
            if low > _MOST or high < _LEAST:
                return "o", look.narrows, None, look.other
            return "w", look.narrows, (low, high, begins, left), look.other
        case _:
            return "o", look.narrows, None, look.other
