"""A policy as it is meant: the declarations with all names resolved.

Nothing here knows of syntax, files or terminals. Mappings are in the order of names, so that neither the order of
files nor the order of declarations can show anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.model.conditions import Condition, Expression
from kotowari.model.duration import Duration
from kotowari.model.template import Template
from kotowari.model.types import FactType, Value
from kotowari.record import record
from kotowari.text.patterns.pattern import Pattern

# Words by the code of their language.
Texts = Mapping[str, str]

REQUEST_TEXT = "request.text"
REQUEST_LANGUAGE = "request.language"


class Verdict(StrEnum):
    """What a decision can be."""

    ESCALATE = "escalate"
    DECLINE = "decline"
    ACCEPT = "accept"


class PartName(StrEnum):
    """The parts of a reply, in the order in which they are spoken."""

    SORRY = "sorry"
    THANKS = "thanks"
    CUSHION = "cushion"
    ANSWER = "answer"
    REASON = "reason"
    INSTEAD = "instead"
    NEXT = "next"
    CLOSE = "close"


# The parts of a reply in each language; None for `nothing instead`.
Parts = Mapping[str, Mapping[PartName, Template | None]]


@record
class _Declared:
    name: str
    span: Span = field(compare=False, repr=False)


@record
class Principle(_Declared):
    """A value, or a strategy (`is_strategy`), with one sentence a language.

    `leads_to` is the value that it leads to or, for a strategy, the one it serves. A strategy runs from `starts` until
    `ends`, both days included. What is `internal` is never spoken.
    """

    is_strategy: bool
    texts: Texts
    leads_to: str | None
    starts: date | None
    ends: date | None
    internal: bool


@record
class Team(_Declared):
    """Where escalations go, and how long an answer takes."""

    texts: Texts
    within: Duration | None
    contact: str | None


@record
class Fact(_Declared):
    """One thing to know. `default` counts only with `has_default`: None is the known absence."""

    texts: Texts
    type: FactType
    calls: Mapping[str, Texts] = field(default_factory=dict[str, Texts])
    ask: Texts = field(default_factory=dict[str, str])
    ask_customer: Texts = field(default_factory=dict[str, str])
    has_default: bool = False
    default: Value = None
    fixed: bool = False
    internal: bool = False
    read_from: tuple[Pattern, ...] = ()
    built_in: bool = False


@record
class TopicPattern:
    """A pattern and the language under which it was written."""

    language: str
    pattern: Pattern
    span: Span = field(compare=False, repr=False)


@record
class Topic(_Declared):
    """What a text can be about. `excluded_at` says where each of the `excluded` patterns stands."""

    texts: Texts
    words: tuple[TopicPattern, ...]
    excluded: tuple[Pattern, ...]
    excluded_at: tuple[Span, ...] = field(default=(), compare=False, repr=False)


@record
class Definition(_Declared):
    """A named condition."""

    condition: Condition


@record
class Label(_Declared):
    """A flavour of a verdict."""

    texts: Texts


@record
class Outcome:
    """What a rule gives: a verdict, the values that speak for it, and for an escalation the team."""

    verdict: Verdict
    because: tuple[str, ...]
    span: Span = field(compare=False, repr=False)
    team: str | None = None
    within: Duration | None = None
    label: str | None = None
    grant: Expression | None = None


@record
class Example:
    """A request that a rule's condition holds for or not; `given` are values as the facts take them, by name."""

    holds: bool
    text: str | None
    given: Mapping[str, Value]
    now: str | None
    gives: Verdict | None
    span: Span = field(compare=False, repr=False)


@record
class Notes:
    """What a hand-over note says, by language: what is wanted, what to avoid, what the risk is."""

    wanted: Texts
    avoid: Texts
    risk: Texts


@record
class Allowance:
    """A check of replies that is silenced for one script, and why. `span` is where its code stands."""

    check: str
    reason: str
    span: Span = field(compare=False, repr=False)


@record
class Rule(_Declared):
    """A rule, an exception (`parent` names its rule) or a row of a table (`table` names it).

    `about` and `condition` are the rule's own: an exception also needs its parent's. `overrides` are the rules that it
    names, its parent among them. `parts` are the reply parts that it writes or its script has; with `say_only` nothing
    is taken from the usual scripts.
    """

    title: str | None
    about: tuple[str, ...]
    condition: Condition
    outcome: Outcome
    parent: str | None = None
    table: str | None = None
    overrides: tuple[str, ...] = ()
    final: bool = False
    parts: Parts = field(default_factory=dict[str, Mapping[PartName, Template | None]])
    say_only: bool = False
    steps: tuple[Texts, ...] = ()
    notes: Notes = field(default_factory=lambda: Notes({}, {}, {}))
    owner: str | None = None
    approved: str | None = None
    review: date | None = None
    starts: date | None = None
    ends: date | None = None
    examples: tuple[Example, ...] = ()
    allows: tuple[Allowance, ...] = ()


@record
class Table(_Declared):
    """What a table claims of its rows: that exactly one holds, or only that each stands for itself."""

    title: str | None
    about: tuple[str, ...]
    condition: Condition
    one_row: bool
    rows: tuple[str, ...]


@record
class UsualScript:
    """Parts for what rules leave out, for a verdict (or every one), a label, and where a condition holds."""

    verdict: Verdict | None
    label: str | None
    condition: Condition | None
    parts: Parts
    span: Span = field(compare=False, repr=False)
    allows: tuple[Allowance, ...] = ()


@record
class Tension:
    """Rules that may pull in different directions on one demand, and the values for whose sake that is meant."""

    rules: tuple[str, ...]
    because: tuple[str, ...]
    span: Span = field(compare=False, repr=False)


@record
class Complete:
    """Facts for every combination of whose values some rule is to speak, of all requests that ask for one of `topics`.

    Without topics, of all requests.
    """

    facts: tuple[str, ...]
    topics: tuple[str, ...]
    span: Span = field(compare=False, repr=False)


@record
class Model:
    """A whole policy. `script_allows` holds what is allowed to each of `scripts` that allows anything."""

    name: str
    texts: Texts
    edition: int
    languages: tuple[str, ...]
    zone: str
    order: tuple[Verdict, ...]
    otherwise: Outcome
    unanswered: Outcome
    principles: Mapping[str, Principle]
    teams: Mapping[str, Team]
    facts: Mapping[str, Fact]
    topics: Mapping[str, Topic]
    definitions: Mapping[str, Definition]
    labels: Mapping[str, Label]
    rules: Mapping[str, Rule]
    tables: Mapping[str, Table]
    scripts: Mapping[str, Parts]
    usual_scripts: tuple[UsualScript, ...]
    digest: str
    script_allows: Mapping[str, tuple[Allowance, ...]] = field(default_factory=dict[str, tuple[Allowance, ...]])
    span: Span = field(default=NOWHERE, compare=False, repr=False)
    tensions: tuple[Tension, ...] = ()
    complete: tuple[Complete, ...] = ()
