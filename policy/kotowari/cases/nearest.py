"""Why a decision came out as it did, and which rule came nearest to giving what was expected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum

from kotowari.cases.clauses import Clause, Truth, telling, truth_of
from kotowari.diagnostics.span import Span
from kotowari.engine.decision import Ruling
from kotowari.engine.judge import Judge
from kotowari.model.model import Rule, Verdict
from kotowari.record import record

# A person reads a few; where more clauses stand in the way, the rule is not near.
_MOST_CLAUSES = 4
_MOST_RULES = 3


class Bar(StrEnum):
    """What keeps a rule from giving the verdict."""

    CLAUSE = "clause"
    DATES = "dates"
    ENDED = "reasons ended"
    SET_ASIDE = "set aside"
    MAYBE_SET_ASIDE = "perhaps set aside"
    OUTRANKED = "outranked"


@record
class Ground:
    """What gave a verdict: a rule with the clauses that hold, or the policy's own outcome (`otherwise`, …)."""

    name: str
    verdict: str
    span: Span
    clauses: tuple[Clause, ...] = ()


@record
class Near:
    """The rule that would have given the verdict, and what kept it from that.

    `by` names the rules that set it aside, the verdict that outranks its own, or the day that is not within its dates.
    """

    rule: str
    verdict: str
    span: Span
    bar: Bar
    clauses: tuple[Clause, ...] = ()
    by: tuple[str, ...] = ()


def grounds(judged: Judge, ruling: Ruling) -> tuple[Ground, ...]:
    """What gave the verdict of a ruling; while it is open, the rules that it hangs on."""
    model = judged.program.model
    if ruling.outcome is not None:
        name = "unanswered" if ruling.outcome is model.unanswered and ruling.undetermined else "otherwise"
        return (Ground(name, ruling.outcome.verdict.value, ruling.outcome.span),)
    if ruling.verdict is None:
        # What holds already is open only because something else may set it aside.
        unknown = [
            rule for rule in ruling.undetermined if truth_of(judged, judged.program.conditions[rule.name]) is None
        ]
        return tuple(_ground(judged, rule, None) for rule in unknown[:_MOST_RULES])
    return tuple(_ground(judged, rule, True) for rule in ruling.rules[:_MOST_RULES])


def _ground(judged: Judge, rule: Rule, truth: Truth) -> Ground:
    return Ground(rule.name, rule.outcome.verdict.value, rule.span, clauses_for(judged, rule.name, truth))


def clauses_for(judged: Judge, rule: str, truth: Truth) -> tuple[Clause, ...]:
    """The clauses for which the condition of a rule is `truth`, the first few."""
    found = dict.fromkeys(telling(judged, judged.program.conditions[rule], truth))
    return tuple(found)[:_MOST_CLAUSES]


def nearest_rules(judged: Judge, ruling: Ruling, verdict: Verdict | None, rules: Collection[str]) -> tuple[Near, ...]:
    """Of `rules` those that do not give the verdict, else the rule that came nearest to giving `verdict`.

    Nearest is where the least stands in the way: a rule that is in force or only set aside, then the one that is about
    what the request asks for, then the one about any request, each time the one with the fewest clauses that do not
    hold. Ties go to the first name.
    """
    model = judged.program.model
    named = [model.rules[name] for name in sorted(rules) if name in model.rules]
    giving = {rule.name for rule in ruling.rules}
    missing = [rule for rule in named if rule.name not in giving]
    if missing:
        return tuple(_near(judged, ruling, rule) for rule in missing[:_MOST_RULES])
    candidates = [rule for rule in model.rules.values() if rule.outcome.verdict is verdict and rule.name not in giving]
    best = min(candidates, key=lambda rule: _distance(judged, rule), default=None)
    return () if best is None else (_near(judged, ruling, best),)


def _distance(judged: Judge, rule: Rule) -> tuple[int, int, str]:
    condition = judged.program.conditions[rule.name]
    truth = truth_of(judged, condition)
    if truth is True:
        return (0, 0, rule.name)
    blocking = list(telling(judged, condition, truth))
    elsewhere = any(clause.span == rule.span for clause in blocking)
    return (3 if elsewhere else 1 if rule.about else 2, len(blocking), rule.name)


def _near(judged: Judge, ruling: Ruling, rule: Rule) -> Near:
    def near(bar: Bar, by: Iterable[str] = (), clauses: Iterable[Clause] = ()) -> Near:
        return Near(rule.name, rule.outcome.verdict.value, rule.span, bar, tuple(clauses), tuple(by))

    truth = truth_of(judged, judged.program.conditions[rule.name])
    if truth is not True:
        return near(Bar.CLAUSE, clauses=clauses_for(judged, rule.name, truth))
    if not judged.program.in_season(rule, judged.situation.today):
        return near(*_season(judged, rule))
    above = tuple(_setting_aside(judged, rule))
    if above:
        certain = any(judged.always(judged.rule(name)) for name in above)
        return near(Bar.SET_ASIDE if certain else Bar.MAYBE_SET_ASIDE, by=above)
    return near(Bar.OUTRANKED, by=(ruling.verdict.value,) if ruling.verdict else ())


def _season(judged: Judge, rule: Rule) -> tuple[Bar, tuple[str, ...]]:
    """The day on which a rule does not run, by its own dates or its parent's; else its reasons have ended."""
    today = judged.situation.today
    dated = [rule, *(judged.program.model.rules[name] for name in (rule.parent,) if name)]
    runs = all((one.starts or today) <= today <= (one.ends or today) for one in dated)
    return (Bar.ENDED, ()) if runs else (Bar.DATES, (today.isoformat(),))


def _setting_aside(judged: Judge, rule: Rule) -> Iterator[str]:
    """The rules in force that override a rule."""
    for name in judged.program.overriders.get(rule.name, ()):
        if judged.sometimes(judged.rule(name)):
            yield name
