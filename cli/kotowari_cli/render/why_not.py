"""Why a decision is not another one: what each rule lacks that would bring it, what comes first, and the ways there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import cast

from kotowari.cases.clauses import Clause
from kotowari.comparison.goals import Goal, VerdictGoal
from kotowari.comparison.needs import Lacking, Need
from kotowari.comparison.why_not import Barred, Other, WhyNot
from kotowari.decision_format import part_data
from kotowari.diagnostics.display import printable
from kotowari_cli.render.changes import condition
from kotowari_cli.render.clauses import value_found
from kotowari_cli.render.view import Lines, View, brief, hanging, heading
from kotowari_cli.shape import When
from kotowari_cli.strings_why_not import WhyNotWords, why_not_words

_MARKS = {True: "✓ ", False: "✗ ", None: "? "}
_ASKS = re.compile(r"request asks for (?P<topic>[^\s,]+)")
# How many rules are shown unless everything is told.
_MOST_RULES = 4


def why_not_lines(view: View, found: WhyNot) -> Lines:
    """The answer, below the verdict that there is."""
    words = why_not_words(view.words.language)
    goal = _goal(view, found.goal)
    if found.reached:
        return hanging(words.reached.format(goal=goal), view.width)
    lines: Lines = [heading(words.title.format(goal=goal))]
    if found.possible:
        lines += hanging(words.possible, view.width)
    lines += _rules(view, words, found)
    for part in (_above(view, words, found.above), _routes(view, words, found)):
        lines += [heading(""), *part] if part else []
    return lines


def _goal(view: View, goal: Goal) -> str:
    if isinstance(goal, VerdictGoal):
        return view.verdict(goal.verdict.value)
    words = why_not_words(view.words.language)
    return words.by_rule.format(rule=view.words.inline(printable(goal.rule.name)))


# --- rules ------------------------------------------------------------------------------------------------------------


def _rules(view: View, words: WhyNotWords, found: WhyNot) -> Lines:
    lines: Lines = []
    shown = found.barred if view.why else found.barred[:_MOST_RULES]
    for one in shown:
        lines += _rule(view, words, one)
    if len(shown) < len(found.barred):
        more = view.words.more_rules.format(count=len(found.barred) - len(shown))
        lines += hanging(more, view.width, style="dim")
    if found.in_force:
        rules = view.listed([printable(other.rule.name) for other in found.in_force])
        lines += hanging(words.otherwise.format(rules=rules), view.width)
    elif not found.barred:
        lines += hanging(words.no_rule.format(goal=_goal(view, found.goal)), view.width)
    return lines


def _rule(view: View, words: WhyNotWords, one: Barred) -> Lines:
    lines = hanging(view.names.rule(one.rule.name), view.width, style="bold")
    for need in one.needs:
        lines += _need(view, words, need, "    ")
    for text in _bars(view, words, one):
        lines += hanging(text, view.width, indent="    ", mark="- ")
    return lines


def _bars(view: View, words: WhyNotWords, one: Barred) -> Iterator[str]:
    if one.out_of_season:
        yield words.out_of_season.format(day=one.out_of_season.isoformat())
    if one.ended:
        yield words.ended
    for other in one.set_aside:
        pattern = words.set_aside if other.certain else words.perhaps_set_aside
        yield pattern.format(rule=view.words.inline(printable(other.rule.name)))
    if one.free:
        yield words.only_outranked


def _need(view: View, words: WhyNotWords, need: Need, indent: str) -> Lines:
    if isinstance(need, Lacking):
        return hanging(_lacking(view, words, need), view.width, indent=indent, mark=_MARKS[need.clause.truth])
    lines = hanging(f"{words.one_of}{view.words.colon.rstrip()}", view.width, indent=indent, mark="- ")
    for way in need.ways:
        lines += _way(view, words, way, f"{indent}  ")
    return lines


def _way(view: View, words: WhyNotWords, way: Sequence[Need], indent: str) -> Lines:
    if len(way) == 1:
        return _need(view, words, way[0], indent)
    lines = hanging(f"{words.together}{view.words.colon.rstrip()}", view.width, indent=indent, mark="- ")
    return [*lines, *(line for need in way for line in _need(view, words, need, f"{indent}  "))]


def _lacking(view: View, words: WhyNotWords, need: Lacking) -> str:
    clause = need.clause
    asks = _ASKS.fullmatch(clause.text)
    text = printable(clause.text)
    if asks:
        text = view.words.asks_for.format(topic=view.words.inline(view.names.topic(asks["topic"])))
    if not need.wanted:
        text = words.must_not.format(clause=text)
    return f"{text}{_seen(view, words, clause)}"


def _seen(view: View, words: WhyNotWords, clause: Clause) -> str:
    """What was found."""
    if clause.truth is None:
        return view.words.unknown
    if clause.quotes:
        quotes = view.words.comma.join(view.words.quoted.format(brief(text)) for text in clause.seen)
        return f"{view.words.semicolon}{words.found.format(quotes=quotes)}" if quotes else ""
    return "".join(_value(view, clause.text, seen) for seen in clause.seen)


def _value(view: View, text: str, seen: str) -> str:
    fact, _, value = seen.partition(" ")
    return value_found(view, "" if text.startswith(fact) else printable(fact), brief(value))


# --- what comes first, and the ways there -----------------------------------------------------------------------------


def _above(view: View, words: WhyNotWords, above: Iterable[Other]) -> Lines:
    lines: Lines = []
    for other in above:
        name, verdict = view.names.rule(other.rule.name), view.verdict(other.rule.outcome.verdict.value)
        text = words.other.format(rule=name, verdict=verdict)
        lines += hanging(text if other.certain else text + words.perhaps, view.width)
    return [heading(words.above), *lines] if lines else []


def _routes(view: View, words: WhyNotWords, found: WhyNot) -> Lines:
    lines: Lines = [heading(words.routes)]
    for route in found.routes:
        steps = (
            condition(view, fact, cast("When", part_data(view.names.model, fact, part))) for fact, part in route.parts
        )
        lines += hanging(view.words.and_.join(steps), view.width, mark="- ")
    if not found.routes:
        lines += hanging(words.no_routes, view.width)
    if not found.searched:
        lines += hanging(words.unsearched, view.width, style="dim")
    return lines
