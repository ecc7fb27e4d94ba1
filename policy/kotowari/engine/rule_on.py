"""From the judge's answers to the ruling on a request."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kotowari.engine import reckon
from kotowari.engine.asking import is_open, open_facts
from kotowari.engine.completions import Completions
from kotowari.engine.decision import Demand, Ruling
from kotowari.engine.judge import Judge
from kotowari.engine.search import Budget
from kotowari.engine.situation import Mention, Situation
from kotowari.model.model import REQUEST_TEXT, Outcome, Rule, Verdict
from kotowari.model.types import Value


def rule_on(judge: Judge) -> Ruling:
    """The ruling on the judge's situation."""
    possible = judge.outcome()
    candidates = [rule for rule in judge.candidates() if judge.sometimes(judge.rule(rule.name))]
    demands = tuple(_demands(judge, candidates))
    certain = {rule.name for rule in candidates if judge.always(judge.rule(rule.name))}
    undetermined = [rule for rule in candidates if rule.name not in certain]
    set_aside = tuple(judge.set_aside())
    exact, judge.budget = judge.exact, Budget()
    verdict = possible[0] if len(possible) == 1 else None
    fallback = judge.program.model.otherwise if verdict and not candidates else None
    if verdict is None and not open_facts(judge):
        fallback = judge.program.model.unanswered
        verdict = fallback.verdict
    rules = [rule for rule in candidates if rule.name in certain and rule.outcome.verdict is verdict]
    return Ruling(
        judge.situation, verdict, possible, exact, demands, tuple(() if _is_unanswered(judge, fallback) else rules),
        set_aside, tuple(undetermined), fallback,
    )  # fmt: skip


def verdict_on(judge: Judge) -> Verdict | None:
    """The verdict of the ruling alone, in a fraction of its time; the judge is then as fresh as a new one."""
    verdict = _verdict_on(judge)
    judge.budget, judge.exact, judge.completions, judge.ways = Budget(), True, Completions(), {}
    return verdict


def _verdict_on(judge: Judge) -> Verdict | None:
    found: set[Verdict] = set()
    for one in judge.outcomes():
        found.add(one)
        # From one completion to another a single fact after the other may change, and one of them changes the verdict.
        if len(found) > 1 and judge.exact and not judge.situation.unavailable:
            return None
    if len(found) == 1:
        return found.pop()
    judge.budget = Budget()
    return None if is_open(judge) else judge.program.model.unanswered.verdict


def _is_unanswered(judge: Judge, outcome: Outcome | None) -> bool:
    return outcome is not None and outcome is judge.program.model.unanswered


# --- demands ----------------------------------------------------------------------------------------------------------


def _demands(judge: Judge, candidates: Sequence[Rule]) -> Iterable[Demand]:
    """The request as a whole first, then what is asked for, in the order of the text."""
    whole = [rule for rule in candidates if not rule.about]
    if whole:
        yield _demand(judge, (), whole)
    groups: dict[tuple[str, ...], list[str]] = {}
    about = any(rule.about for rule in candidates)  # else the text is not looked at
    for topic in _asked(judge.situation) if about else ():
        names = tuple(rule.name for rule in candidates if topic in rule.about)
        if names:
            groups.setdefault(names, []).append(topic)
    for names, topics in groups.items():
        yield _demand(judge, tuple(topics), [judge.program.model.rules[name] for name in names])


def _asked(situation: Situation) -> list[str]:
    """The topics that the request asks for, by their first place in the text; stated ones without a place last."""
    topics = situation.mentions.get(REQUEST_TEXT, {})
    places: dict[str, int] = {}
    for match in situation.matches.get(REQUEST_TEXT, ()):
        if not match.denied:
            places.setdefault(match.topic, match.start)
    asked = [topic for topic, mention in topics.items() if mention is Mention.ASKS]
    return sorted(asked, key=lambda topic: (topic not in places, places.get(topic, 0), topic))


def _demand(judge: Judge, about: tuple[str, ...], rules: Sequence[Rule]) -> Demand:
    possible, none = judge.possible(rules)
    verdict = possible[0] if len(possible) == 1 and not none else None
    certain = [rule for rule in rules if judge.always(judge.rule(rule.name))]
    winning = tuple(rule for rule in certain if rule.outcome.verdict is verdict)
    grant_rule = next((rule for rule in winning if rule.outcome.grant is not None), None)
    return Demand(
        about,
        verdict,
        possible,
        winning,
        tuple(rule for rule in certain if rule.outcome.verdict is not verdict),
        label=next((rule.outcome.label for rule in winning if rule.outcome.label), None),
        grant=_grant(judge.situation, grant_rule),
        grant_rule=grant_rule,
    )


def _grant(situation: Situation, rule: Rule | None) -> Value:
    if rule is None or rule.outcome.grant is None:
        return None
    try:
        return reckon.amount(rule.outcome.grant, situation.facts, situation.now)
    except (reckon.Missing, reckon.Absent):
        return None


def speaking(ruling: Ruling) -> tuple[Demand, ...]:
    """The demands that the reply answers: where the request as a whole is escalated, only that one."""
    whole = ruling.whole
    if whole is not None and whole.verdict is Verdict.ESCALATE and whole.rules:
        return (whole,)
    return tuple(demand for demand in ruling.demands if demand.rules)


def waiting(ruling: Ruling) -> tuple[Rule, ...]:
    """The rules that a reply to a settled request still waits for: those of demands that have no verdict of their own.

    Nobody waits where the request as a whole is escalated, or where the policy's own outcome speaks.
    """
    if ruling.outcome is not None or any(not demand.about for demand in speaking(ruling)):
        return ()
    unsettled = {topic for demand in ruling.demands if demand.verdict is None for topic in demand.about}
    if ruling.rules and not unsettled:
        return ()
    return tuple(
        rule
        for rule in ruling.undetermined
        if unsettled.intersection(rule.about) or (not ruling.rules and rule.outcome.verdict is ruling.verdict)
    )
