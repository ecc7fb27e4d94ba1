"""From the parser's reductions to nodes: one method for each rule of the grammar, under the rule's name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from typing import TypeVar

import lark

from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.language.strings import read_string

# Nesting is walked by functions that call themselves.
DEEPEST = 50
MOST_DIGITS = 34

T = TypeVar("T")
Child = object


class Builder:
    """Lark calls a method for each reduction with what the parts became; keywords stay in as tokens, for their places."""

    def __init__(self, source: Source, faults: list[Diagnostic]) -> None:
        self.source = source
        self.faults = faults

    # --- helpers ------------------------------------------------------------------------------------------------------

    def _span(self, kids: Sequence[Child]) -> Span:
        first, last = kids[0], kids[-1]
        return Span(self.source.name, self._place(first).start, self._place(last).end)

    def _place(self, kid: Child) -> Span:
        if isinstance(kid, lark.Token):
            return Span(self.source.name, kid.start_pos or 0, kid.end_pos or 0)
        if isinstance(kid, tuple):
            return self._span(kid)
        assert isinstance(kid, n.Node)
        return kid.span

    def _fault(self, code: str, message: str, span: Span, help_: str = "", notes: tuple[Note, ...] = ()) -> None:
        self.faults.append(Diagnostic(code, message, span, help=help_, notes=notes))

    def _name(self, token: Child) -> n.Name:
        assert isinstance(token, lark.Token)
        return n.Name(self._place(token), str(token))

    def _string(self, token: Child) -> n.String:
        assert isinstance(token, lark.Token)
        return read_string(self.source, token.start_pos or 0, token.end_pos or 0, str(token))

    def _decimal(self, token: Child) -> Decimal:
        assert isinstance(token, lark.Token)
        digits = str(token).replace("_", "")
        if len(digits.lstrip("-").replace(".", "")) > MOST_DIGITS:
            self._fault("number-too-long", f"a number has at most {MOST_DIGITS} digits", self._place(token))
            return Decimal(0)
        return Decimal(digits)

    # --- leaves -------------------------------------------------------------------------------------------------------

    def names(self, kids: list[Child]) -> tuple[n.Name, ...]:
        return tuple(self._name(kid) for kid in kids[::2])

    def text(self, kids: list[Child]) -> n.Text:
        return n.Text(self._span(kids), self._name(kids[0]), self._string(kids[1]))

    def title(self, kids: list[Child]) -> n.String:
        return self._string(kids[0])

    def number(self, kids: list[Child]) -> n.Number:
        return n.Number(self._span(kids), self._decimal(kids[0]))

    def percent(self, kids: list[Child]) -> n.Percent:
        return n.Percent(self._span(kids), self._decimal(kids[0]))

    def money(self, kids: list[Child]) -> n.Money:
        return n.Money(self._span(kids), self._decimal(kids[0]), str(kids[1]))

    def length(self, kids: list[Child]) -> n.Length:
        return n.Length(self._span(kids), ((self._decimal(kids[0]), str(kids[1]).rstrip("s")),))

    def unit(self, kids: list[Child]) -> Child:
        return kids[0]

    def duration(self, kids: list[Child]) -> n.Length:
        return n.Length(self._span(kids), tuple(part for kid in _only(n.Length, kids) for part in kid.parts))

    def moment(self, kids: list[Child]) -> n.Moment:
        token = kids[0]
        assert isinstance(token, lark.Token)
        text, has_clock = str(token), token.type == "CLOCK_TIME"
        try:
            datetime.fromisoformat(text) if has_clock else date.fromisoformat(text)
        except ValueError:
            kind = "time" if has_clock else "date"
            self._fault("impossible-date", f"`{text}` is no {kind} of the calendar", self._place(token),
                        "write a date as `2026-04-01` and a time as `2026-04-01T09:00`")  # fmt: skip
            text = "2000-01-01T00:00" if has_clock else "2000-01-01"
        return n.Moment(self._place(token), text, has_clock)

    def word(self, kids: list[Child]) -> n.Word:
        return n.Word(self._span(kids), str(kids[0]))

    def quoted(self, kids: list[Child]) -> n.String:
        return self._string(kids[0])

    def none(self, kids: list[Child]) -> n.NoneValue:
        return n.NoneValue(self._span(kids))

    # --- expressions --------------------------------------------------------------------------------------------------

    def fact_value(self, kids: list[Child]) -> n.FactValue:
        return n.FactValue(self._span(kids), str(kids[0]))

    def now(self, kids: list[Child]) -> n.Now:
        return n.Now(self._span(kids))

    def sum(self, kids: list[Child]) -> n.Expression:
        left, operator, right = kids
        depth = 1 + max(_depth(left), _depth(right))
        if depth > DEEPEST:
            self._fault("too-deep", f"an expression has at most {DEEPEST} operations", self._place(operator))
            return _expression(right)
        return n.Arithmetic(self._span(kids), str(operator), _expression(left), _expression(right), depth)

    times = share = sum

    def elapsed(self, kids: list[Child]) -> n.Elapsed:
        return n.Elapsed(self._span(kids), str(kids[1]), _expression(kids[2]))

    # --- conditions ---------------------------------------------------------------------------------------------------

    def condition(self, kids: list[Child]) -> Child:
        return kids[0]

    def junction(self, kids: list[Child]) -> Child:
        if len(kids) == 1:
            return kids[0]
        words = [kid for kid in kids[1::2] if isinstance(kid, lark.Token)]
        operator = str(words[0])
        other = next((word for word in words if str(word) != operator), None)
        if other is not None:
            self._mixed(words[0], other)
        return n.Junction(self._span(kids), operator, tuple(_condition(kid) for kid in kids[::2]))

    def _mixed(self, first: lark.Token, other: lark.Token) -> None:
        self._fault(
            "mixed-and-or",
            f"`{other}` stands beside `{first}` without brackets, so this can be read in two ways",
            self._place(other),
            "put brackets round what belongs together: `(A and B) or C`, or `A and (B or C)`",
            (Note(f"the first `{first}`", self._place(first)),),
        )

    def negation(self, kids: list[Child]) -> n.Not:
        return n.Not(self._span(kids), _condition(kids[1]))

    def group(self, kids: list[Child]) -> n.Group:
        return n.Group(self._span(kids), _condition(kids[1]))

    def flag(self, kids: list[Child]) -> n.Flag:
        return n.Flag(self._span(kids), str(kids[0]))

    def defined(self, kids: list[Child]) -> n.Defined:
        return n.Defined(self._span(kids), str(kids[0]))

    def comparison(self, kids: list[Child]) -> n.Comparison:
        return n.Comparison(self._span(kids), _expression(kids[0]), _operator(kids[1]), _expression(kids[2]))

    def comparator(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    def between(self, kids: list[Child]) -> n.Between:
        return n.Between(self._span(kids), _expression(kids[0]), _expression(kids[2]), _expression(kids[4]))

    def is_word(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    def values(self, kids: list[Child]) -> tuple[n.Expression, ...]:
        return tuple(_expression(kid) for kid in kids[::2])

    def one_of(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    def state(self, kids: list[Child]) -> Child:
        return kids[0]

    def equality(self, kids: list[Child]) -> n.Is | n.State:
        value, word, right = kids
        assert isinstance(word, tuple)
        negated = str(word[-1]) in ("not", "!=")
        span, left = self._span(kids), _expression(value)
        if isinstance(right, lark.Token):
            return n.State(span, left, negated, str(right))
        if isinstance(right, tuple):
            assert isinstance(right[-1], tuple)
            return n.Is(span, left, negated, tuple(_expression(kid) for kid in right[-1]), listed=True)
        return n.Is(span, left, negated, (_expression(right),), listed=False)

    def includes(self, kids: list[Child]) -> n.Includes:
        return n.Includes(self._span(kids), _expression(kids[0]), _which(kids[2]))

    def mentions(self, kids: list[Child]) -> n.Mentions:
        subject, verb, which = kids
        asks = isinstance(verb, tuple)
        return n.Mentions(self._span(kids), None if _is_request(subject) else _expression(subject), asks, _which(which))

    def asks_for(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    def request(self, kids: list[Child]) -> Child:
        return kids[0]

    def which(self, kids: list[Child]) -> n.Which:
        names = kids[-1]
        if isinstance(names, tuple):
            return n.Which(self._span(kids), str(kids[0]), names)
        return n.Which(self._span(kids), "one", (self._name(names),))

    # --- outcomes -----------------------------------------------------------------------------------------------------

    def verdict(self, kids: list[Child]) -> n.Name:
        return self._name(kids[0])

    def outcome(self, kids: list[Child]) -> n.Outcome:
        verdict = kids[0]
        assert isinstance(verdict, n.Name)
        parts = _only(tuple, kids[1:])

        def of(word: str) -> list[tuple[Child, ...]]:
            return [part for part in parts if str(part[0]) == word]

        return n.Outcome(
            self._span(kids),
            verdict,
            tuple(name for part in of("because") for name in _only(n.Name, part[1])),
            tuple(self._name(part[1]) for part in of("to")),
            tuple(length for part in of("within") for length in _only(n.Length, part)),
            tuple(self._name(part[1]) for part in of("as")),
            tuple(_expression(part[1]) for part in of("granting")),
        )

    def _keep(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    to = within = labelled = granting = because = _keep

    # --- clauses ------------------------------------------------------------------------------------------------------

    def _clause(self, kids: list[Child]) -> n.Clause:
        """A clause of words and at most one argument."""
        words = " ".join(str(kid) for kid in kids if isinstance(kid, lark.Token) and not _is_argument(kid))
        return n.Clause(self._span(kids), words, self._argument(kids[-1]))

    edition = zone = leads_to = internal = serves = starts = until = _clause
    answers = contact = fixed = final = owner = approved = review = one_row = every_row = _clause

    def _argument(self, kid: Child) -> n.Name | n.String | n.Number | n.Moment | n.Length | None:
        if isinstance(kid, n.Length):
            return kid
        if not isinstance(kid, lark.Token) or not _is_argument(kid):
            return None
        match kid.type:
            case "STRING":
                return self._string(kid)
            case "DIGITS":
                return n.Number(self._place(kid), self._decimal(kid))
            case "CALENDAR_DATE":
                return self.moment([kid])
            case _:
                return self._name(kid)

    def _names(self, kids: list[Child]) -> n.Names:
        return n.Names(self._span(kids), str(kids[0]), tuple(_only(n.Name, kids[1])))

    languages = about = overrides = _names

    def order(self, kids: list[Child]) -> n.Names:
        return n.Names(self._span(kids), "order", tuple(_only(n.Name, kids)))

    def when(self, kids: list[Child]) -> n.When:
        return n.When(self._span(kids), _condition(kids[1]))

    def say(self, kids: list[Child]) -> n.Say:
        only = any(isinstance(kid, lark.Token) and kid.type == "ONLY" for kid in kids)
        return n.Say(self._span(kids), only, self._name(kids[-1]), None)

    def only(self, kids: list[Child]) -> Child:
        return kids[0]

    def part(self, kids: list[Child]) -> n.Part:
        if str(kids[0]) == "nothing":
            return n.Part(self._span(kids), "instead", None)
        return n.Part(self._span(kids), str(kids[0]), self._string(kids[1]))

    def do(self, kids: list[Child]) -> n.Step:
        return n.Step(self._span(kids), tuple(_only(n.Text, kids)))

    def note(self, kids: list[Child]) -> n.HandOver:
        points = tuple((str(part[0]), self._string(part[1])) for part in _only(tuple, kids))
        return n.HandOver(self._span(kids), self._name(kids[1]), points)

    note_part = _keep

    def example(self, kids: list[Child]) -> n.Example:
        strings = [kid for kid in kids if isinstance(kid, lark.Token) and kid.type == "STRING"]
        given = [kid for part in _only(tuple, kids) if str(part[0]) == "with" for kid in part[1:]]
        gives = [part[1] for part in _only(tuple, kids) if str(part[0]) == "gives"]
        return n.Example(
            self._span(kids),
            holds=str(kids[0]) == "example",
            text=self._string(strings[0]) if strings else None,
            given=self._given(given),
            gives=gives[0] if gives and isinstance(gives[0], n.Name) else None,
        )

    givens = gives = given = _keep

    def _given(self, kids: list[Child]) -> tuple[n.Given, ...]:
        """A value without a fact goes on the list of the fact before it: `with customer.tags beta, partner`."""
        found: list[n.Given] = []
        for item in _only(tuple, kids):
            if len(item) == 2:
                found.append(n.Given(self._span(item), self._name(item[0]), (_literal(item[1]),)))
            elif found:
                last = found[-1]
                found[-1] = replace(last, span=last.span.to(self._span(item)), values=(*last.values, _literal(item[0])))
            else:
                self._fault("unexpected-word", "this value belongs to no fact", self._span(item),
                            "write the name of the fact before it, such as `with customer.plan pro`")  # fmt: skip
        return tuple(found)

    # --- declarations -------------------------------------------------------------------------------------------------

    def policy(self, kids: list[Child]) -> n.Policy:
        outcomes = {word: [kid.outcome for kid in _only(_Fallback, kids) if kid.word == word] for word in ("otherwise", "unanswered")}
        return n.Policy(
            self._span(kids),
            self._name(kids[1]),
            tuple(_only(n.Text, kids)),
            tuple(kid for kid in kids if isinstance(kid, (n.Clause, n.Names))),
            tuple(outcomes["otherwise"]),
            tuple(outcomes["unanswered"]),
        )

    def otherwise(self, kids: list[Child]) -> _Fallback:
        outcome = kids[1]
        assert isinstance(outcome, n.Outcome)
        return _Fallback(self._span(kids), str(kids[0]), outcome)

    unanswered = otherwise

    def value(self, kids: list[Child]) -> n.Principle:
        clauses = tuple(_only(n.Clause, kids))
        return n.Principle(self._span(kids), str(kids[0]), self._name(kids[1]), tuple(_only(n.Text, kids)), clauses)

    strategy = value

    def team(self, kids: list[Child]) -> n.Team:
        clauses = tuple(_only(n.Clause, kids))
        return n.Team(self._span(kids), self._name(kids[1]), tuple(_only(n.Text, kids)), clauses)

    def is_type(self, kids: list[Child]) -> n.TypeNode:
        node = kids[1]
        assert isinstance(node, n.TypeNode)
        return replace(node, span=self._span(kids), or_none=len(kids) == 3)

    or_none = _keep

    def fact_type(self, kids: list[Child]) -> n.TypeNode:
        words = [str(kid) for kid in kids if isinstance(kid, lark.Token) and kid.type != "CURRENCY"]
        choices = next((tuple(_only(n.Name, kid)) for kid in kids if isinstance(kid, tuple)), ())
        money = words == ["money", "in"]
        kind = "money" if money else " ".join(words)
        return n.TypeNode(self._span(kids), kind, choices, str(kids[-1]) if money else None, or_none=False)

    def call(self, kids: list[Child]) -> n.Call:
        return n.Call(self._span(kids), self._name(kids[1]), tuple(_only(n.Text, kids)))

    def ask(self, kids: list[Child]) -> n.Ask:
        return n.Ask(self._span(kids), customer=False, texts=tuple(_only(n.Text, kids)))

    def ask_customer(self, kids: list[Child]) -> n.Ask:
        return n.Ask(self._span(kids), customer=True, texts=tuple(_only(n.Text, kids)))

    def low(self, kids: list[Child]) -> n.Amount:
        return n.Amount(self._span(kids), str(kids[0]), _literal(kids[1]))

    high = usually = low

    def fact(self, kids: list[Child]) -> n.Fact:
        kinds = (n.TypeNode, n.Call, n.Ask, n.Amount, n.Clause, n.Patterns)
        clauses = tuple(kid for kid in kids if isinstance(kid, kinds))
        return n.Fact(self._span(kids), self._name(kids[1]), tuple(_only(n.Text, kids)), clauses)

    def pattern(self, kids: list[Child]) -> n.PatternNode:
        token = kids[-1]
        assert isinstance(token, lark.Token)
        if token.type == "REGEX":
            text, start = str(token)[1:-1], (token.start_pos or 0) + 1
            words = n.String(self._place(token), text, tuple(range(start, start + len(text))))
            return n.PatternNode(self._span(kids), words, exact=False, regex=True)
        return n.PatternNode(self._span(kids), self._string(token), exact=len(kids) == 2, regex=False)

    def patterns(self, kids: list[Child]) -> tuple[n.PatternNode, ...]:
        return tuple(_only(n.PatternNode, kids))

    def words(self, kids: list[Child]) -> n.Patterns:
        return n.Patterns(self._span(kids), "words", self._name(kids[1]), tuple(_only(n.PatternNode, kids[2])))

    def not_words(self, kids: list[Child]) -> n.Patterns:
        return n.Patterns(self._span(kids), "not", None, tuple(_only(n.PatternNode, kids[1])))

    def read_from(self, kids: list[Child]) -> n.Patterns:
        return n.Patterns(self._span(kids), "read from", None, tuple(_only(n.PatternNode, kids[2])))

    def topic(self, kids: list[Child]) -> n.Topic:
        return n.Topic(self._span(kids), self._name(kids[1]), tuple(_only(n.Text, kids)), tuple(_only(n.Patterns, kids)))

    def define(self, kids: list[Child]) -> n.Define:
        return n.Define(self._span(kids), self._name(kids[1]), _condition(kids[2]))

    def label(self, kids: list[Child]) -> n.Label:
        return n.Label(self._span(kids), self._name(kids[1]), tuple(_only(n.Text, kids)))

    def rule(self, kids: list[Child]) -> n.Rule:
        title = next(iter(_only(n.String, kids)), None)
        exceptions = tuple(_only(n.Rule, kids))
        return n.Rule(self._span(kids), self._name(kids[1]), title, self._grouped(kids[2:]), exceptions)

    exception = rule

    def _grouped(self, kids: list[Child]) -> tuple[n.RuleClause, ...]:
        """Parts belong to the `say` before them; `nothing instead` before any `say` holds for every language."""
        found: list[n.RuleClause] = []
        for kid in kids:
            last = found[-1] if found else None
            if isinstance(kid, n.Part):
                if isinstance(last, n.Say) and (last.script or last.block):
                    found[-1] = _with_part(last, kid)
                else:
                    self._loose(kid, found)
            elif isinstance(kid, (n.Names, n.When, n.Outcome, n.Say, n.Step, n.HandOver, n.Clause, n.Example)):
                found.append(kid)
        return tuple(found)

    def _loose(self, part: n.Part, found: list[n.RuleClause]) -> None:
        if part.words is not None:
            self._fault("part-without-say", f"`{part.part}` stands behind no `say`", part.span,
                        f"write `say en` (or another language) before it: `say en {part.part} …`")  # fmt: skip
        found.append(n.Say(part.span, only=False, script=None, block=n.Block(part.span, None, (part,))))

    def one_table(self, kids: list[Child]) -> n.Table:
        clauses = tuple(kid for kid in kids if isinstance(kid, (n.Names, n.When, n.Clause)))
        title = next(iter(_only(n.String, kids)), None)
        return n.Table(self._span(kids), self._name(kids[1]), title, clauses, (), ())

    def row(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    def table(self, kids: list[Child]) -> tuple[n.Table, tuple[lark.Token, ...]]:
        """The table without its rows, and the lines, whose cells the parser reads one by one."""
        lines = tuple(kid[0] for kid in _only(tuple, kids) if isinstance(kid[0], lark.Token))
        return self.one_table(kids), lines

    def script(self, kids: list[Child]) -> n.Script:
        return n.Script(self._span(kids), self._name(kids[1]), self._blocks(kids[2:]))

    def usual_script(self, kids: list[Child]) -> n.UsualScript:
        verdict = next(iter(_only(n.Name, kids)), None)
        label = next((self._name(kid[1]) for kid in _only(tuple, kids) if str(kid[0]) == "as"), None)
        when = next((kid.condition for kid in _only(n.When, kids)), None)
        return n.UsualScript(self._span(kids), verdict, label, when, self._blocks(kids[2:]))

    def _blocks(self, kids: list[Child]) -> tuple[n.Block, ...]:
        found: list[n.Block] = []
        for kid in kids:
            if isinstance(kid, lark.Token):
                found.append(n.Block(self._place(kid), self._name(kid), ()))
            elif isinstance(kid, n.Part) and found:
                last = found[-1]
                found[-1] = replace(last, span=last.span.to(kid.span), parts=(*last.parts, kid))
            elif isinstance(kid, n.Part):
                found.append(n.Block(kid.span, None, (kid,)))
        return tuple(found)

    def file(self, kids: list[Child]) -> tuple[Child, ...]:
        return tuple(kids)

    # --- cells --------------------------------------------------------------------------------------------------------

    def header_topic(self, kids: list[Child]) -> n.Column:
        subject, verb, name = kids
        value = None if _is_request(subject) else _expression(subject)
        return n.Column(self._span(kids), "topic", value, self._name(name), asks=isinstance(verb, tuple))

    def header_outcome(self, kids: list[Child]) -> n.Column:
        return n.Column(self._span(kids), "outcome")

    def header_name(self, kids: list[Child]) -> n.Column:
        return n.Column(self._span(kids), "name")

    def any(self, kids: list[Child]) -> n.Cell:
        return n.Cell(self._span(kids), "any")

    def cell_values(self, kids: list[Child]) -> n.Cell:
        return n.Cell(self._span(kids), "values", values=_values(kids[0]))

    def cell_not(self, kids: list[Child]) -> n.Cell:
        if isinstance(kids[1], lark.Token):
            return n.Cell(self._span(kids), "state", negated=True, operator=str(kids[1]))
        return n.Cell(self._span(kids), "values", negated=True, values=_values(kids[1]))

    def cell_compare(self, kids: list[Child]) -> n.Cell:
        return n.Cell(self._span(kids), "compare", operator=_operator(kids[0]), values=(_expression(kids[1]),))

    def cell_between(self, kids: list[Child]) -> n.Cell:
        return n.Cell(self._span(kids), "between", values=(_expression(kids[1]), _expression(kids[3])))

    def cell_includes(self, kids: list[Child]) -> n.Cell:
        return n.Cell(self._span(kids), "include", which=_which(kids[1]))

    def outcome_cell(self, kids: list[Child]) -> n.OutcomeCell:
        outcome = kids[0]
        assert isinstance(outcome, n.Outcome)
        script = next((self._name(kid[1]) for kid in _only(tuple, kids)), None)
        return n.OutcomeCell(self._span(kids), outcome, script)

    script_cell = _keep

    def name_cell(self, kids: list[Child]) -> n.Name:
        return self._name(kids[0])


@dataclass(frozen=True, slots=True)
class _Fallback(n.Node):
    """`otherwise` or `unanswered`, with its outcome."""

    word: str
    outcome: n.Outcome


_OPERATORS = {"at most": "<=", "at least": ">=", "more than": ">", "less than": "<"}
_ARGUMENTS = frozenset({"IDENT", "DOTTED", "STRING", "DIGITS", "CALENDAR_DATE"})


def _only(kind: type[T], kids: Iterable[Child] | Child) -> list[T]:
    assert isinstance(kids, (list, tuple))
    return [kid for kid in kids if isinstance(kid, kind)]


def _is_argument(token: lark.Token) -> bool:
    return token.type in _ARGUMENTS


def _is_request(kid: Child) -> bool:
    return isinstance(kid, lark.Token) and kid.type == "REQUEST"


def _operator(kid: Child) -> str:
    assert isinstance(kid, tuple)
    words = " ".join(str(word) for word in kid)
    return _OPERATORS.get(words, words)


def _depth(kid: Child) -> int:
    return kid.depth if isinstance(kid, n.Arithmetic) else 0


def _values(kid: Child) -> tuple[n.Expression, ...]:
    return tuple(_expression(value) for value in _only(n.Node, kid))


def _expression(kid: Child) -> n.Expression:
    assert isinstance(kid, n.Expression)
    return kid


def _literal(kid: Child) -> n.Literal:
    assert isinstance(kid, n.Literal)
    return kid


def _condition(kid: Child) -> n.Condition:
    assert isinstance(kid, n.Condition)
    return kid


def _which(kid: Child) -> n.Which:
    assert isinstance(kid, n.Which)
    return kid


def _with_part(say: n.Say, part: n.Part) -> n.Say:
    """The first part turns what looked like a script's name into a language."""
    block = say.block or n.Block(say.span, say.script, ())
    block = replace(block, span=block.span.to(part.span), parts=(*block.parts, part))
    return n.Say(say.span.to(part.span), say.only, None, block)
