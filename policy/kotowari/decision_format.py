"""A decision as data, in the format `kotowari.decision/1`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, cast

from kotowari.engine.decision import Change, Demand, Part, Question, Reason, Ruling
from kotowari.engine.situation import Mention
from kotowari.model.conditions import Expression
from kotowari.model.model import REQUEST_LANGUAGE, REQUEST_TEXT, Model, Rule, Verdict
from kotowari.model.moments import duration_text, time_text
from kotowari.model.types import Kind, Value
from kotowari.model.writing import JsonValue, decision_value, show_value, to_json
from kotowari.record import record
from kotowari.replies.layout import Reply
from kotowari.replies.speakers import speakers
from kotowari.requests.request import Request
from kotowari.version import VERSION

if TYPE_CHECKING:
    from kotowari.replies.handover import Handover

FORMAT = "kotowari.decision/1"


@record
class Findings:
    """All that a decision says. `place` writes a place in the policy, from a source's name and an offset."""

    model: Model
    place: Callable[[str, int], str]
    request: Request
    ruling: Ruling
    reasons: Sequence[tuple[str, Reason]]
    assumed: Sequence[str]
    ask: Sequence[Question]
    changes: Sequence[Change]
    reply: Reply | None
    handovers: Sequence[Handover]


def decision_data(decision: Findings, *, request: bool) -> dict[str, object]:
    """The decision as JSON objects, lists and strings."""
    ruling, model = decision.ruling, decision.model
    names = _Writer(model, decision.place)
    found: dict[str, object] = {"format": FORMAT}
    if decision.request.id is not None:
        found["id"] = decision.request.id
    found["policy"] = {"name": model.name, "edition": model.edition, "digest": model.digest, "kotowari": VERSION}
    found["now"] = moment(ruling.situation.now)
    if request:
        found["request"] = _request(decision)
    return found | {
        "verdict": ruling.verdict and ruling.verdict.value,
        "possible": _verdicts(ruling.possible),
        "exact": ruling.exact,
        "demands": [names.demand(demand) for demand in ruling.demands],
        "rules": [names.rule(rule, about=True) for rule in ruling.rules],
        "set_aside": [{"rule": rule, "by": by} for rule, by in ruling.set_aside],
        "undetermined": [names.rule(rule, about=True, verdict=True) for rule in ruling.undetermined],
        "assumed": [
            {"fact": fact, "value": names.value(fact, ruling.situation.facts[fact])} for fact in decision.assumed
        ],
        "read": [
            {"fact": one.fact, "value": names.value(one.fact, one.value), "start": one.start, "end": one.end,
             "text": one.text}
            for one in ruling.situation.readings
        ],
        "evidence": list(_evidence(decision)),
        "reasons": [names.reasons(rule, reason, ruling) for rule, reason in decision.reasons],
        "ask": [names.question(question, ruling.situation.language) for question in decision.ask],
        "changes": [
            {
                "set": [{"fact": fact, **names.part(fact, part)} for fact, part in change.parts],
                "verdict": change.verdict.value,
            }
            for change in decision.changes
        ],
        "do": _steps(decision),
        "reply": _reply(decision),
        "handovers": [
            {"to": one.to, "respond_by": moment(one.respond_by) if one.respond_by else None, "note": one.note}
            for one in decision.handovers
        ],
    }  # fmt: skip


def _verdicts(verdicts: Iterable[Verdict]) -> list[str]:
    return [verdict.value for verdict in verdicts]


def moment(when: datetime) -> str:
    """A moment in ISO 8601."""
    return time_text(when)


class _Writer:
    """Writes what refers to a policy."""

    def __init__(self, model: Model, place: Callable[[str, int], str]) -> None:
        self.model = model
        self.place = place

    def value(self, fact: str, value: Value) -> JsonValue:
        return decision_value(self.model.facts[fact].type, value)

    def rule(self, rule: Rule, *, about: bool = False, verdict: bool = False) -> dict[str, object]:
        outcome = rule.outcome
        team = self.model.teams.get(outcome.team) if outcome.team else None
        within = outcome.within or (team.within if team else None)
        return {
            "rule": rule.name,
            **({"about": list(rule.about)} if about else {}),
            **({"verdict": outcome.verdict.value} if verdict else {}),
            "because": list(outcome.because),
            "team": outcome.team,
            "within": duration_text(within) if within else None,
            "source": self.place(rule.span.source, rule.span.start),
        }

    def demand(self, demand: Demand) -> dict[str, object]:
        grant = demand.grant_rule.outcome.grant if demand.grant_rule else None
        return {
            "about": list(demand.about),
            "verdict": demand.verdict and demand.verdict.value,
            "possible": _verdicts(demand.possible),
            "label": demand.label,
            "grant": _grant(grant, demand.grant),
            "rules": [self.rule(rule) for rule in demand.rules],
            "also": [self.rule(rule, verdict=True) for rule in demand.also],
        }

    def reasons(self, rule: str, reason: Reason, ruling: Ruling) -> dict[str, object]:
        return {"rule": rule, "condition": self.reason(reason, ruling)}

    def reason(self, reason: Reason, ruling: Ruling) -> dict[str, object]:
        facts = ruling.situation.facts
        seen: dict[str, object] = {}
        if reason.fact is not None and reason.fact in facts and reason.fact != REQUEST_TEXT:
            seen["value"] = self.value(reason.fact, facts[reason.fact])
        truth = "unknown" if reason.truth is None else str(reason.truth).lower()
        parts = [self.reason(part, ruling) for part in reason.parts]
        return {"clause": reason.clause, **seen, "truth": truth, "parts": parts}

    def question(self, question: Question, language: str) -> dict[str, object]:
        fact = self.model.facts[question.fact]
        return {
            "fact": question.fact,
            "question": fact.ask.get(language),
            "ask_customer": fact.ask_customer.get(language),
            "branches": [
                {"when": self.part(question.fact, part), "possible": _verdicts(possible)}
                for part, possible in question.branches
            ],
        }

    def part(self, fact: str, part: Part) -> dict[str, object]:
        return part_data(self.model, fact, part)


def part_data(model: Model, fact: str, part: Part) -> dict[str, object]:
    """A part of a fact's values: the words of the language that compare, and with what."""
    fact_type = model.facts[fact].type
    if fact_type.kind in (Kind.ANY_OF, Kind.TEXT):
        value = part.value if isinstance(part.value, tuple) else (part.value,)
        shown: list[object] = [None if one is None else str(one) for one in value]
        return {"op": part.op, "value": shown if isinstance(part.value, tuple) else shown[0]}
    if isinstance(part.value, tuple):
        return {"op": part.op, "value": [_written(model, fact, one) for one in part.value]}
    if part.value == "any":
        return {"op": part.op, "value": "any"}
    return {"op": part.op, "value": decision_value(fact_type, part.value)}


def _written(model: Model, fact: str, value: Value) -> str:
    return show_value(model.facts[fact].type, value)


def _grant(expression: Expression | None, value: Value) -> str | None:
    return None if expression is None or value is None else show_value(expression.type, value)


# --- parts of the decision --------------------------------------------------------------------------------------------


def _request(decision: Findings) -> dict[str, object]:
    """What was decided on, so that deciding it again gives the same."""
    request, situation = decision.request, decision.ruling.situation
    found: dict[str, object] = {}
    if request.id is not None:
        found["id"] = request.id
    if request.text is not None:
        found["text"] = request.text
    if REQUEST_LANGUAGE in situation.known:
        found["language"] = situation.language
    found["now"] = moment(situation.now)
    read = {reading.fact for reading in situation.readings}  # the text stands here, and gives them again
    facts = sorted(situation.known - {REQUEST_TEXT, REQUEST_LANGUAGE} - read)
    if facts:
        types = decision.model.facts
        found["facts"] = _nested((name, to_json(types[name].type, situation.facts[name])) for name in facts)
    if request.topics:
        stated = sorted(situation.stated.items())
        found["topics"] = {topic: False if mention is Mention.NO else mention.value for topic, mention in stated}
    if request.unavailable:
        found["unavailable"] = sorted(request.unavailable)
    return found


def _nested(facts: Iterable[tuple[str, JsonValue]]) -> dict[str, object]:
    """Facts by the parts of their dotted names; a name that is also the beginning of another keeps its dots."""
    listed = list(facts)
    names = {name for name, _ in listed}
    found: dict[str, object] = {}
    for name, value in listed:
        *above, last = name.split(".")
        if any(".".join(above[:count]) in names for count in range(1, len(above) + 1)):
            found[name] = value
            continue
        place = found
        for step in above:
            place = cast("dict[str, object]", place.setdefault(step, {}))
        place[last] = value
    return found


def _evidence(decision: Findings) -> Iterable[Mapping[str, object]]:
    for fact, matches in sorted(decision.ruling.situation.matches.items()):
        for match in matches:
            yield {
                "fact": fact, "topic": match.topic, "start": match.start, "end": match.end, "text": match.text,
                "denied": match.denied, "source": match.source,
            }  # fmt: skip


def _steps(decision: Findings) -> list[str]:
    language = decision.ruling.situation.language
    speaking = speakers(decision.model, decision.ruling)
    steps = [step.get(language, "") for one in speaking if one.rule for step in one.rule.steps]
    return list(dict.fromkeys(step for step in steps if step))


def _reply(decision: Findings) -> dict[str, object] | None:
    reply = decision.reply
    if reply is None:
        return None
    parts = [{"part": one.part.value, "text": one.text, "about": list(one.about)} for one in reply.parts]
    return {"language": reply.language, "parts": parts, "text": reply.text}
