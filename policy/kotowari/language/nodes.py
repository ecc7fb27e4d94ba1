"""The syntax of a policy: what was written, with its place, knowing nothing of what it means.

Spans take no part in equality, so two texts that differ only in layout give equal nodes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from kotowari.diagnostics.span import Span
from kotowari.record import record


@record
class Node:
    """Anything that stands somewhere."""

    span: Span = field(compare=False, repr=False)


@record
class Name(Node):
    """A name (NFC), a word of an enumeration, a language's code, or a fact's dotted name."""

    text: str


@record
class String(Node):
    r"""A quoted text, its line breaks already joined.

    `text` keeps each backslash that does not stand before a quote, because patterns and placeholders give it a meaning
    of their own; `plain` is the text without them. `offsets` maps each character of `text` to its place in the source.
    """

    text: str
    offsets: Sequence[int] = field(compare=False, repr=False)

    @property
    def plain(self) -> str:
        """The text as people read it, without backslashes."""
        return _without_backslashes(self.text)


def _without_backslashes(text: str) -> str:
    pieces = text.split("\\\\")
    return "\\".join(piece.replace("\\", "") for piece in pieces)


@record
class Text(Node):
    """A string in one language: `en "Sales"`."""

    language: Name
    words: String


# --- values and expressions -------------------------------------------------------------------------------------------


@record
class Number(Node):
    """A plain number."""

    value: Decimal


@record
class Percent(Node):
    """`10%`; the value is 10."""

    value: Decimal


@record
class Money(Node):
    """`5_000 USD`."""

    value: Decimal
    currency: str


@record
class Length(Node):
    """A duration as written: amounts with their units, units in the singular."""

    parts: tuple[tuple[Decimal, str], ...]


@record
class Moment(Node):
    """A date (`2026-04-01`) or a time (`2026-04-01T09:00+09:00`), as written and known to be valid."""

    text: str
    has_clock: bool


@record
class Word(Node):
    """A bare word that stands for a value: a choice of an enumeration, `yes`, `no`."""

    text: str


@record
class NoneValue(Node):
    """The word `none`."""


Literal = Number | Percent | Money | Length | Moment | Word | String | NoneValue


@record
class FactValue(Node):
    """The value of a fact."""

    name: str


@record
class Now(Node):
    """The moment of the decision."""


@record
class Arithmetic(Node):
    """`plus`, `minus`, `times`, and `of` for a percentage of an amount."""

    operator: str
    left: Expression
    right: Expression
    depth: int = field(compare=False)


@record
class Elapsed(Node):
    """`time since` or `time until` a moment."""

    direction: str
    moment: Expression


Expression = FactValue | Now | Arithmetic | Elapsed | Literal


# --- conditions -------------------------------------------------------------------------------------------------------


@record
class Flag(Node):
    """A fact that is yes or no, standing alone."""

    fact: str


@record
class Defined(Node):
    """The name of a definition."""

    name: str


@record
class Comparison(Node):
    """Two amounts held against each other. `operator` is one of `<`, `<=`, `>`, `>=`, `before`, `after`."""

    left: Expression
    operator: str
    right: Expression


@record
class Between(Node):
    """Both ends included."""

    value: Expression
    low: Expression
    high: Expression


@record
class Is(Node):
    """`is`, `is not`, `is one of`: the value is among `values`."""

    value: Expression
    negated: bool
    values: tuple[Expression, ...]
    listed: bool


@record
class State(Node):
    """`is none`, `is known`, `is unknown`."""

    value: Expression
    negated: bool
    state: str


@record
class Which(Node):
    """`X`, `any of X, Y`, `all of X, Y`, `none of X, Y`; `how` is `one`, `any`, `all` or `none`."""

    how: str
    names: tuple[Name, ...]


@record
class Includes(Node):
    """What a set has."""

    value: Expression
    which: Which


@record
class Mentions(Node):
    """What a text is about. `subject` is None for the request itself; `asks` leaves out what is only denied."""

    subject: Expression | None
    asks: bool
    which: Which


@record
class Not(Node):
    """The opposite."""

    part: Condition


@record
class Group(Node):
    """Brackets round a condition, kept because people read them."""

    part: Condition


@record
class Junction(Node):
    """Conditions joined by `and` or by `or`, never by both."""

    operator: str
    parts: tuple[Condition, ...]


Condition = Flag | Defined | Comparison | Between | Is | State | Includes | Mentions | Not | Group | Junction


# --- outcomes and clauses ---------------------------------------------------------------------------------------------


@record
class Outcome(Node):
    """A verdict with what was written about it; what is missing or doubled is left to the model to say."""

    verdict: Name
    because: tuple[Name, ...]
    teams: tuple[Name, ...]
    within: tuple[Length, ...]
    labels: tuple[Name, ...]
    grants: tuple[Expression, ...]


@record
class Part(Node):
    """One part of a reply; `words` is None for `nothing instead`."""

    part: str
    words: String | None


@record
class Block(Node):
    """The parts of a reply in one language. `language` is None where they hold for all (`nothing instead`)."""

    language: Name | None
    parts: tuple[Part, ...]


@record
class Say(Node):
    """What a rule says: a script by its name, or parts written in place."""

    only: bool
    script: Name | None
    block: Block | None


@record
class Step(Node):
    """`do`: one step for the agent."""

    texts: tuple[Text, ...]


@record
class HandOver(Node):
    """`note`: what a hand-over note says; pairs of `wanted`, `avoid` or `risk` and the words."""

    language: Name
    points: tuple[tuple[str, String], ...]


@record
class Allow(Node):
    """`allow`: checks of replies that say nothing of what is written here, and why."""

    codes: tuple[Name, ...]
    reason: String


@record
class Given(Node):
    """One fact of an example; `fact` is `now` for the moment of the request."""

    fact: Name
    values: tuple[Literal, ...]


@record
class Example(Node):
    """A request that a rule holds for, or does not."""

    holds: bool
    text: String | None
    given: tuple[Given, ...]
    gives: Name | None


@record
class Clause(Node):
    """A clause of one word or one argument: `final`, `owner`, `from`, `edition` and their like."""

    word: str
    argument: Name | String | Number | Moment | Length | None = None


@record
class Names(Node):
    """A clause that lists names: `about`, `overrides`, `languages`, `order`."""

    word: str
    names: tuple[Name, ...]


@record
class When(Node):
    """A condition."""

    condition: Condition


# --- declarations -----------------------------------------------------------------------------------------------------


@record
class Policy(Node):
    """The one declaration that makes a folder a policy. `complete` decides nothing, and is no part of the digest."""

    name: Name
    texts: tuple[Text, ...]
    clauses: tuple[Clause | Names, ...]
    otherwise: tuple[Outcome, ...]
    unanswered: tuple[Outcome, ...]
    complete: tuple[Names, ...] = field(default=(), repr=False)


@record
class Principle(Node):
    """A value or a strategy; `word` says which."""

    word: str
    name: Name
    texts: tuple[Text, ...]
    clauses: tuple[Clause, ...]


@record
class Team(Node):
    """Where escalations go."""

    name: Name
    texts: tuple[Text, ...]
    clauses: tuple[Clause, ...]


@record
class TypeNode(Node):
    """A fact's type as written; `kind` is the phrase of the language."""

    kind: str
    choices: tuple[Name, ...]
    currency: str | None
    or_none: bool


@record
class Call(Node):
    """What a word of an enumeration is called."""

    choice: Name
    texts: tuple[Text, ...]


@record
class Ask(Node):
    """The question for a fact, to the agent or to the customer."""

    customer: bool
    texts: tuple[Text, ...]


@record
class Amount(Node):
    """`from`, `to` or `usually` with a value."""

    word: str
    value: Literal


@record
class PatternNode(Node):
    """A pattern of a topic."""

    words: String
    exact: bool
    regex: bool


@record
class Patterns(Node):
    """`words`, `not` or `read from` with its patterns; only `words` has a language."""

    word: str
    language: Name | None
    patterns: tuple[PatternNode, ...]


@record
class Fact(Node):
    """One thing to know."""

    name: Name
    texts: tuple[Text, ...]
    clauses: tuple[TypeNode | Call | Ask | Amount | Clause | Patterns, ...]


@record
class Topic(Node):
    """What a text can be about."""

    name: Name
    texts: tuple[Text, ...]
    patterns: tuple[Patterns, ...]


@record
class Define(Node):
    """A named condition."""

    name: Name
    condition: Condition


@record
class Label(Node):
    """A flavour of a verdict."""

    name: Name
    texts: tuple[Text, ...]


@record
class Tension(Node):
    """Rules, or tables for all their rows, that may pull in different directions on one demand."""

    rules: tuple[Name, ...]
    because: tuple[Name, ...]


RuleClause = Names | When | Outcome | Say | Step | HandOver | Clause | Example


@record
class Rule(Node):
    """A rule or, inside of one, an exception.

    Here as in scripts, `allows` stands apart from what decides and what is said, and is no part of the digest.
    """

    name: Name
    title: String | None
    clauses: tuple[RuleClause, ...]
    exceptions: tuple[Rule, ...] = ()
    allows: tuple[Allow, ...] = field(default=(), repr=False)


@record
class Column(Node):
    """The head of a table's column: the left side of a condition, or `name`, or `outcome`.

    `topic` is set for a column on a topic, with `asks` and its `subject`; a bare `word` may turn out to be a topic or a
    definition.
    """

    kind: str
    value: Expression | None = None
    topic: Name | None = None
    asks: bool = False


@record
class Cell(Node):
    """A cell that is a condition: `any`, `values`, `compare`, `between`, `state` or `include`."""

    kind: str
    negated: bool = False
    operator: str = ""
    values: tuple[Expression, ...] = ()
    which: Which | None = None


@record
class OutcomeCell(Node):
    """The outcome of a row, with the script it may name."""

    outcome: Outcome
    script: Name | None


@record
class Row(Node):
    """A row of a table. A cell is None where it could not be read, which has been reported."""

    cells: tuple[Cell | OutcomeCell | Name | None, ...]


@record
class Table(Node):
    """A decision table. Its rows stand below it, or in the CSV file that `file` names."""

    name: Name
    title: String | None
    clauses: tuple[RuleClause, ...]
    columns: tuple[Column | None, ...]
    rows: tuple[Row, ...]
    file: String | None = None


@record
class Script(Node):
    """Reply parts under a name."""

    name: Name
    blocks: tuple[Block, ...]
    allows: tuple[Allow, ...] = field(default=(), repr=False)


@record
class UsualScript(Node):
    """Reply parts for what rules leave out."""

    verdict: Name | None
    label: Name | None
    condition: Condition | None
    blocks: tuple[Block, ...]
    allows: tuple[Allow, ...] = field(default=(), repr=False)


Declaration = Policy | Principle | Team | Fact | Topic | Define | Label | Rule | Table | Script | UsualScript | Tension


@record
class Torn:
    """A clause of which something could not be read, up to the next one.

    `word` is the word of the language that begins it, empty where none does. Whatever else seems wrong in it may only
    follow from that, and what it would say is not really missing.
    """

    span: Span
    word: str


@record
class File:
    """One file of a policy.

    `comments` holds the spans of all comments. `lost` names what may have been declared by something that could not be
    read to its end; nobody should complain that these names are unknown. With `cut` the rest of the file was not read.
    """

    name: str
    declarations: tuple[Declaration, ...]
    comments: tuple[Span, ...] = field(compare=False)
    lost: frozenset[str]
    torn: tuple[Torn, ...]
    cut: bool
