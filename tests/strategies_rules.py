"""Conditions, rules with their exceptions, and tables, as rule text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.strategies_facts import BOTH, DAYS, NOTE, Declared, Pick, Sort, filled

PRINCIPLES = ("simplicity", "honesty", "small-teams", "early-days")
VERDICTS = (
    "accept",
    "decline",
    "escalate to product",
    "accept granting 10 USD",
    "decline as not-now",
    "escalate to lead within 2 hours",
)


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


def condition(pick: Pick, terms: Terms, depth: int = 2) -> str:
    """A condition of up to six parts."""
    shape = pick.number(0, 6) if depth else 0
    match shape:
        case 0 | 1 | 2:
            return atom(pick, terms)
        case 3:
            return f"not ({condition(pick, terms, depth - 1)})"
        case 4:
            return joined(pick, twice(pick, terms))
        case _:
            return joined(pick, [condition(pick, terms, depth - 1) for _ in range(pick.number(2, 3))])


def joined(pick: Pick, parts: Sequence[str]) -> str:
    return pick.one([" and ", " or "]).join(f"({part})" for part in parts)


def twice(pick: Pick, terms: Terms) -> list[str]:
    """Two conditions on the same fact, or on the same two: what they say together is what is easy to get wrong."""
    if between_facts(terms) and pick.seldom(2):
        return [pick.one(between_facts(terms)) for _ in range(2)]
    fact = pick.one(terms.facts)
    return [test_of(pick, fact, plain=terms.plain) for _ in range(2)]


def atom(pick: Pick, terms: Terms) -> str:
    talked = bool(terms.topics)
    weights = {
        "fact": len(terms.facts),
        "facts": 2 * bool(between_facts(terms)),
        "definition": len(terms.definitions),
        "request": 2 * talked,
        "text": not terms.plain,
        "note": terms.has_note and talked,
    }
    match pick.one([kind for kind, weight in weights.items() for _ in range(weight)]):
        case "facts":
            return pick.one(between_facts(terms))
        case "definition":
            return pick.one(terms.definitions)
        case "request":
            return talk(pick, "request", terms.topics)
        case "text":
            return pick.one(['request.text is "Hello."', 'request.text is one of "", "Hello."'])
        case "note":
            return talk(pick, NOTE, terms.topics)
        case _:
            return test_of(pick, pick.one(terms.facts), plain=terms.plain)


def between_facts(terms: Terms) -> list[str]:
    """The conditions on two facts that the policy can have."""
    names = {fact.name for fact in terms.facts}
    return [test for test in BOTH if len(names & set(test.split())) > 1]


def test_of(pick: Pick, fact: Declared, *, plain: bool) -> str:
    tests = [*fact.sort.tests, *(["{fact} is none", "{fact} is not none"] if fact.or_none else [])]
    tests += [] if plain else ["{fact} is known", "{fact} is unknown"]
    return filled(pick, pick.one(tests), fact.sort)


def talk(pick: Pick, text: str, topics: Sequence[str]) -> str:
    several = ", ".join(topics)
    which = [*topics, f"any of {several}", f"all of {several}", f"none of {several}"]
    return f"{text} {pick.one(['mentions', 'asks for'])} {pick.one(which)}"


# --- rules ------------------------------------------------------------------------------------------------------------


def outcome(pick: Pick) -> str:
    return f"{pick.one(VERDICTS)} because {', '.join(pick.some(PRINCIPLES, 1, 2))}"


def window(pick: Pick) -> str:
    """A window that may or may not hold today."""
    starts, ends = sorted(pick.one(DAYS) for _ in range(2))
    return pick.one([f"from {starts}", f"until {ends}", f"from {starts} until {ends}"])


@dataclass(frozen=True, slots=True)
class Shape:
    """The names of a rule and its exceptions. Rules override only such as come later, so that there is no circle."""

    name: str
    exceptions: tuple[str, ...]
    final: bool


def shape(pick: Pick, name: str) -> Shape:
    exceptions = tuple(f"{name}-x{number}" for number in range(pick.one([0, 0, 1, 2])))
    return Shape(name, exceptions, final=not exceptions and pick.seldom())


def rules(pick: Pick, terms: Terms, rows: Sequence[str]) -> list[str]:
    """Rules with their exceptions; `rows` are rows of tables that can be overridden."""
    shapes = [shape(pick, f"rule{number}") for number in range(pick.number(1, 5))]
    later = list(rows)
    found: list[str] = []
    for each in reversed(shapes):
        found.append(rule(pick, terms, each, later))
        later = later if each.final else [each.name, *each.exceptions, *later]
    return found


def rule(pick: Pick, terms: Terms, names: Shape, later: Sequence[str]) -> str:
    about = some_topics(pick, terms, most=2)
    lines = [f"rule {names.name}{about}", *clauses(pick, terms, later, needed=not about)]
    lines += ["  final"] if names.final else []
    for number, exception in enumerate(names.exceptions):
        inner = clauses(pick, terms, [*names.exceptions[number + 1 :], *later], needed=True)
        lines += [f"  except {exception}", *(f"  {line}" for line in inner)]
    return "\n".join(lines)


def some_topics(pick: Pick, terms: Terms, *, most: int) -> str:
    """An `about`, or nothing."""
    if not terms.topics or pick.seldom():
        return ""
    return " about " + ", ".join(pick.some(terms.topics, 1, most))


def clauses(pick: Pick, terms: Terms, others: Sequence[str], *, needed: bool) -> list[str]:
    """The clauses of a rule; a condition is `needed` where it would apply to everything without one."""
    lines = [f"  when {condition(pick, terms)}"] if needed or pick.seldom(2) else []
    lines.append(f"  {outcome(pick)}")
    lines += [f"  {words(pick, terms.languages)}"] if pick.seldom() else []
    lines += ['  allow no-thanks, too-long because "Colleagues read it."'] if pick.seldom() else []
    lines += [f"  overrides {', '.join(pick.some(others, 1, 2))}"] if others and pick.seldom(2) else []
    lines += [f"  {window(pick)}"] if pick.seldom() else []
    return lines


def words(pick: Pick, languages: Sequence[str]) -> str:
    """Words of a rule's own, or a step for the agent."""
    own = " ".join(f'say {language} answer "Own words ({language})."' for language in languages)
    step = "do" + "".join(f' {language} "A step ({language})."' for language in languages)
    return pick.one([own, step])


# --- tables -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TableText:
    """A table, and the names of the rows that have one."""

    text: str
    rows: tuple[str, ...]


def table(pick: Pick, terms: Terms) -> TableText:
    head = [f"table grid{some_topics(pick, terms, most=1)}"]
    head += [f"  when {condition(pick, terms)}"] if pick.seldom() else []
    whole = [fact for fact in terms.facts if not fact.or_none and halves(fact.sort)]
    return one_row(pick, pick.one(whole), head) if whole and pick.seldom(2) else every_row(pick, terms, head)


def halves(sort: Sort) -> tuple[str, ...]:
    """Cells that part all values of a fact in two."""
    if sort.type == "yes or no":
        return "yes", "no"
    if sort.name == "customer.plan":
        return "free, basic", "pro"
    if sort.type in ("whole number", "number", "money in USD", "percent"):
        return f"at most {sort.words[1]}", f"more than {sort.words[1]}"
    return ()


def one_row(pick: Pick, fact: Declared, head: Sequence[str]) -> TableText:
    rows = [f"  | {cell} | {outcome(pick)} |" for cell in halves(fact.sort)]
    return TableText("\n".join([*head, "  one row", f"  | {fact.name} | outcome |", *rows]), ())


def every_row(pick: Pick, terms: Terms, head: Sequence[str]) -> TableText:
    """A table each of whose rows stands for itself, with names for its rows or without."""
    facts, named = pick.some(terms.facts, 1, 2), pick.seldom(2)
    names = tuple(f"row{number}" for number in range(pick.number(1, 3)))
    lines = [[*(["name"] if named else []), *(fact.name for fact in facts), "outcome"]]
    for name in names:
        cells = [cell(pick, fact) for fact in facts]
        lines.append([*([name] if named else []), *cells, outcome(pick)])
    rows = [f"  | {' | '.join(line)} |" for line in lines]
    return TableText("\n".join([*head, "  every row", *rows]), names if named else ())


def cell(pick: Pick, fact: Declared) -> str:
    cells = [*fact.sort.cells, *(["none", "not none"] if fact.or_none else [])]
    return filled(pick, pick.one(cells), fact.sort)
