"""Conditions, rules with their exceptions, and tables, as rule text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from tests.strategies_facts import BOTH, DAYS, NOTE, Declared, Sort, filled

PRINCIPLES = ("simplicity", "honesty", "small-teams", "early-days")
VERDICTS = (
    "accept",
    "accept granting 10 USD",
    "decline",
    "decline as not-now",
    "escalate to product",
    "escalate to lead within 2 hours",
)
SELDOM = st.sampled_from([False, False, True])


@dataclass(frozen=True, slots=True)
class Terms:
    """What rules can speak of; `plain` ones do not ask whether a fact is known."""

    languages: tuple[str, ...]
    facts: tuple[Declared, ...]
    topics: tuple[str, ...]
    has_note: bool
    definitions: tuple[str, ...]
    plain: bool


# --- conditions -------------------------------------------------------------------------------------------------------


def conditions(terms: Terms) -> st.SearchStrategy[str]:
    return st.recursive(atoms(terms), lambda inner: st.one_of(negated(inner), joined(inner)), max_leaves=4)


@st.composite
def negated(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    return f"not ({draw(inner)})"


@st.composite
def joined(draw: st.DrawFn, inner: st.SearchStrategy[str]) -> str:
    parts = draw(st.lists(inner, min_size=2, max_size=3))
    return draw(st.sampled_from([" and ", " or "])).join(f"({part})" for part in parts)


def atoms(terms: Terms) -> st.SearchStrategy[str]:
    names = {fact.name for fact in terms.facts}
    both = [test for test in BOTH if len(names & set(test.split())) > 1]
    kinds = [tests_of(fact, plain=terms.plain) for fact in terms.facts]
    kinds += [joined(kind) for kind in kinds]
    kinds += [talks("request", terms.topics)] if terms.topics else []
    kinds += [talks(NOTE, terms.topics)] if terms.topics and terms.has_note else []
    kinds += [st.sampled_from(terms.definitions)] if terms.definitions else []
    kinds += [st.sampled_from(both), joined(st.sampled_from(both))] if both else []
    return st.one_of(kinds)


@st.composite
def tests_of(draw: st.DrawFn, fact: Declared, *, plain: bool) -> str:
    tests = [*fact.sort.tests, *(["{fact} is none", "{fact} is not none"] if fact.or_none else [])]
    tests += [] if plain else ["{fact} is known", "{fact} is unknown"]
    return draw(filled(draw(st.sampled_from(tests)), fact.sort))


@st.composite
def talks(draw: st.DrawFn, text: str, topics: Sequence[str]) -> str:
    several = ", ".join(topics)
    which = [*topics, f"any of {several}", f"all of {several}", f"none of {several}"]
    return f"{text} {draw(st.sampled_from(['mentions', 'asks for']))} {draw(st.sampled_from(which))}"


# --- rules ------------------------------------------------------------------------------------------------------------


@st.composite
def outcomes(draw: st.DrawFn) -> str:
    because = draw(st.lists(st.sampled_from(PRINCIPLES), min_size=1, max_size=2, unique=True))
    return f"{draw(st.sampled_from(VERDICTS))} because {', '.join(because)}"


@st.composite
def windows(draw: st.DrawFn) -> str:
    """A window that may or may not hold today."""
    starts, ends = sorted(draw(st.lists(st.sampled_from(DAYS), min_size=2, max_size=2)))
    return draw(st.sampled_from([f"from {starts}", f"until {ends}", f"from {starts} until {ends}"]))


@dataclass(frozen=True, slots=True)
class Shape:
    """The names of a rule and its exceptions. Rules override only such as come later, so that there is no circle."""

    name: str
    exceptions: tuple[str, ...]
    final: bool


@st.composite
def shapes(draw: st.DrawFn) -> tuple[Shape, ...]:
    found: list[Shape] = []
    for number in range(draw(st.integers(1, 5))):
        name = f"rule{number}"
        exceptions = tuple(f"{name}-x{which}" for which in range(draw(st.sampled_from([0, 0, 1, 2]))))
        found.append(Shape(name, exceptions, final=not exceptions and draw(SELDOM)))
    return tuple(found)


@st.composite
def rules(draw: st.DrawFn, terms: Terms, rows: Sequence[str]) -> list[str]:
    """Rules with their exceptions; `rows` are rows of tables that can be overridden."""
    shaped = draw(shapes())
    found: list[str] = []
    for place, shape in enumerate(shaped):
        later = [name for each in shaped[place + 1 :] if not each.final for name in (each.name, *each.exceptions)]
        about = draw(some_topics(terms, most=2))
        lines = [f"rule {shape.name}{about}", *draw(clauses(terms, [*later, *rows], needed=not about))]
        lines += ["  final"] if shape.final else []
        for number, exception in enumerate(shape.exceptions):
            siblings = shape.exceptions[number + 1 :]
            inner = draw(clauses(terms, [*siblings, *later, *rows], needed=True))
            lines += [f"  except {exception}", *(f"  {line}" for line in inner)]
        found.append("\n".join(lines))
    return found


@st.composite
def some_topics(draw: st.DrawFn, terms: Terms, *, most: int) -> str:
    """An `about`, or nothing."""
    if not terms.topics or draw(SELDOM):
        return ""
    return " about " + ", ".join(draw(st.lists(st.sampled_from(terms.topics), min_size=1, max_size=most, unique=True)))


@st.composite
def clauses(draw: st.DrawFn, terms: Terms, others: Sequence[str], *, needed: bool) -> list[str]:
    """The clauses of a rule; `needed` where it would apply to everything without a condition."""
    lines = [f"  when {draw(conditions(terms))}"] if needed or draw(st.booleans()) else []
    lines.append(f"  {draw(outcomes())}")
    lines += [f"  {draw(words(terms.languages))}"] if draw(SELDOM) else []
    may_override = draw(st.booleans())
    if others and may_override:
        overridden = draw(st.lists(st.sampled_from(others), min_size=1, max_size=2, unique=True))
        lines.append(f"  overrides {', '.join(overridden)}")
    lines += [f"  {draw(windows())}"] if draw(SELDOM) else []
    return lines


@st.composite
def words(draw: st.DrawFn, languages: Sequence[str]) -> str:
    """Words of a rule's own, or a step for the agent."""
    own = " ".join(f'say {language} answer "Own words ({language})."' for language in languages)
    step = "do" + "".join(f' {language} "A step ({language})."' for language in languages)
    return draw(st.sampled_from([own, step]))


# --- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TableText:
    """A table, and the names of the rows that have one."""

    text: str
    rows: tuple[str, ...]


@st.composite
def tables(draw: st.DrawFn, terms: Terms) -> TableText:
    head = [f"table grid{draw(some_topics(terms, most=1))}"]
    head += [f"  when {draw(conditions(terms))}"] if draw(SELDOM) else []
    whole = [fact for fact in terms.facts if not fact.or_none and halves(fact.sort)]
    kinds = [every_row(terms, head), *(one_row(fact, head) for fact in whole)]
    return draw(st.one_of(kinds))


def halves(sort: Sort) -> tuple[str, ...]:
    """Cells that part all values of a fact in two."""
    if sort.type == "yes or no":
        return "yes", "no"
    if sort.name == "customer.plan":
        return "free, basic", "pro"
    if sort.type in ("whole number", "number", "money in USD", "percent"):
        return f"at most {sort.words[1]}", f"more than {sort.words[1]}"
    return ()


@st.composite
def one_row(draw: st.DrawFn, fact: Declared, head: Sequence[str]) -> TableText:
    rows = [f"  | {cell} | {draw(outcomes())} |" for cell in halves(fact.sort)]
    return TableText("\n".join([*head, "  one row", f"  | {fact.name} | outcome |", *rows]), ())


@st.composite
def every_row(draw: st.DrawFn, terms: Terms, head: Sequence[str]) -> TableText:
    """A table each of whose rows stands for itself, with names for its rows or without."""
    facts = draw(st.lists(st.sampled_from(terms.facts), min_size=1, max_size=2, unique_by=lambda fact: fact.name))
    names = tuple(f"row{number}" for number in range(draw(st.integers(1, 3))))
    named = draw(st.booleans())
    lines = [[*(["name"] if named else []), *(fact.name for fact in facts), "outcome"]]
    for name in names:
        cells = [draw(cells_of(fact)) for fact in facts]
        lines.append([*([name] if named else []), *cells, draw(outcomes())])
    rows = [f"  | {' | '.join(line)} |" for line in lines]
    return TableText("\n".join([*head, "  every row", *rows]), names if named else ())


@st.composite
def cells_of(draw: st.DrawFn, fact: Declared) -> str:
    cells = [*fact.sort.cells, *(["none", "not none"] if fact.or_none else [])]
    return draw(filled(draw(st.sampled_from(cells)), fact.sort))
