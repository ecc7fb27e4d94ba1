"""An expectation held against a decision. No more of the decision is worked out than the expectation asks about."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from kotowari.cases.expectation import OPEN, Difference, Expectation, ExpectedDemand, Key
from kotowari.engine.decision import Demand, Question, Ruling
from kotowari.model.model import Model, Rule, Verdict
from kotowari.record import record
from kotowari.replies.layout import Reply
from kotowari.replies.speakers import speakers

_SPACE = re.compile(r"\s+")
# Between Japanese characters a line break stands for nothing, elsewhere for a space.
_BREAK = re.compile(r"(?<=[\u3000-\u9fff])\n+(?=[\u3000-\u9fff])")


@record
class Decided:
    """A decision as far as it is compared; what takes work is worked out when it is looked at."""

    ruling: Ruling
    reply: Callable[[], Reply | None]
    teams: Callable[[], frozenset[str]]
    ask: Callable[[], tuple[Question, ...]]


def teams_of(model: Model, ruling: Ruling) -> frozenset[str]:
    """The teams that take over. What they are told is not worked out: a thousand cases only ask who they are."""
    outcomes = (speaker.outcome for speaker in speakers(model, ruling))
    return frozenset(one.team for one in outcomes if one.verdict is Verdict.ESCALATE and one.team)


def differences(expected: Expectation, decision: Decided) -> tuple[Difference, ...]:
    """Where a decision is not as expected, in the order of the keys."""
    return tuple(_differences(expected, decision))


def _differences(expected: Expectation, decision: Decided) -> Iterator[Difference]:
    ruling = decision.ruling
    if expected.verdict is not None and expected.verdict != verdict_name(ruling.verdict):
        yield _one(Key.VERDICT, expected.verdict, verdict_name(ruling.verdict))
    if expected.rules is not None:
        yield from _names(Key.RULES, "rules", expected.rules, _rule_names(ruling.rules))
    if expected.teams is not None:
        yield from _names(Key.TEAM, "team", expected.teams, decision.teams())
    if expected.label is not None and expected.label not in (found := _labels(ruling)):
        yield Difference(Key.LABEL, "label", (expected.label,), tuple(sorted(found)))
    if expected.demands is not None:
        yield from _demands(expected.demands, ruling.demands)
    if expected.ask is not None:
        asked = next((question.fact for question in decision.ask()), None)
        if asked != expected.ask:
            yield Difference(Key.ASK, "ask", (expected.ask,), (asked,) if asked else ())
    if expected.language is not None or expected.says or expected.avoids:
        yield from _reply(expected, decision.reply())


def verdict_name(verdict: Verdict | None) -> str:
    """A verdict as case files write it."""
    return OPEN if verdict is None else verdict.value


def _one(key: Key, expected: str, found: str) -> Difference:
    return Difference(key, key.value, (expected,), (found,))


def _names(key: Key, place: str, expected: Iterable[str], found: Iterable[str]) -> Iterator[Difference]:
    wanted, given = tuple(sorted(expected)), tuple(sorted(found))
    if wanted != given:
        yield Difference(key, place, wanted, given)


def _rule_names(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(rule.name for rule in rules)


def _labels(ruling: Ruling) -> set[str]:
    """The labels that the verdict carries, of the rules that give it or of the policy's own outcome."""
    own = {ruling.outcome.label} if ruling.outcome else set[str | None]()
    given = {demand.label for demand in ruling.demands if demand.verdict is ruling.verdict} | own
    return {label for label in given if label}


def _demands(expected: tuple[ExpectedDemand, ...], demands: tuple[Demand, ...]) -> Iterator[Difference]:
    found = {frozenset(demand.about): demand for demand in demands}
    for number, wanted in enumerate(expected):
        place = f"demands.{number}"
        if wanted.about in found:
            yield from _demand(place, wanted, found.pop(wanted.about))
        else:
            others = tuple(map(_about, demands))
            yield Difference(Key.DEMANDS, f"{place}.about", tuple(sorted(wanted.about)), others)
    if found:
        extra = tuple(_about(demand) for demand in demands if frozenset(demand.about) in found)
        yield Difference(Key.DEMANDS, "demands", (), extra)


def _about(demand: Demand) -> str:
    """What a demand is about, as case files write it."""
    return ", ".join(demand.about) or "[]"


def _demand(place: str, wanted: ExpectedDemand, demand: Demand) -> Iterator[Difference]:
    verdict = verdict_name(demand.verdict)
    if wanted.verdict != verdict:
        yield Difference(Key.VERDICT, f"{place}.verdict", (wanted.verdict,), (verdict,))
    if wanted.rules is not None:
        yield from _names(Key.RULES, f"{place}.rules", wanted.rules, _rule_names(demand.rules))
    if wanted.label is not None and wanted.label != demand.label:
        yield Difference(Key.LABEL, f"{place}.label", (wanted.label,), (demand.label,) if demand.label else ())


def _reply(expected: Expectation, reply: Reply | None) -> Iterator[Difference]:
    if expected.language is not None and (reply is None or reply.language != expected.language):
        found = () if reply is None else (reply.language,)
        yield Difference(Key.LANGUAGE, Key.LANGUAGE.value, (expected.language,), found)
    text = folded(reply.text) if reply else ""
    said = (reply.text,) if reply else ()
    for key, words, stands in ((Key.SAYS, expected.says, True), (Key.AVOIDS, expected.avoids, False)):
        for number, word in enumerate(words):
            if (folded(word) in text) is not stands:
                yield Difference(key, f"{key.value}.{number}", (word,), said)


def folded(text: str) -> str:
    """A text so that neither case, width nor line breaks make a difference."""
    return _SPACE.sub(" ", _BREAK.sub("", unicodedata.normalize("NFKC", text).casefold())).strip()
