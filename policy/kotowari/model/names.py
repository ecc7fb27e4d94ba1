"""The names of a policy: who declares them, once, and who refers to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeVar

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.language.amounts import bounded
from kotowari.language.words import CLAUSES
from kotowari.model.faults import Faults, declare, kind_word
from kotowari.model.torn import TornFiles
from kotowari.model.values import reads_as_none
from kotowari.record import record

RESERVED = frozenset({"known", "unknown", "none", "any", "all", "not", "request", "time", "now"})
# A choice stands behind `is`, where `one` begins `one of`.
_NO_CHOICES = RESERVED | {"one"}
BUILT_IN_FACTS = ("request.text", "request.language")

D = TypeVar("D", bound=n.Node)


@record(frozen=False)
class Names:
    """All declarations by name. Values and strategies share their names, as `because` does not tell them apart.

    `lost` names belong to declarations that could not be read: nobody complains about those.
    """

    faults: Faults
    torn: TornFiles
    lost: set[str] = field(default_factory=set[str])
    policies: list[n.Policy] = field(default_factory=list[n.Policy])
    principles: dict[str, n.Principle] = field(default_factory=dict[str, n.Principle])
    teams: dict[str, n.Team] = field(default_factory=dict[str, n.Team])
    facts: dict[str, n.Fact] = field(default_factory=dict[str, n.Fact])
    topics: dict[str, n.Topic] = field(default_factory=dict[str, n.Topic])
    definitions: dict[str, n.Define] = field(default_factory=dict[str, n.Define])
    labels: dict[str, n.Label] = field(default_factory=dict[str, n.Label])
    rules: dict[str, n.Rule | n.Row] = field(default_factory=dict[str, "n.Rule | n.Row"])
    tables: dict[str, n.Table] = field(default_factory=dict[str, n.Table])
    scripts: dict[str, n.Script] = field(default_factory=dict[str, n.Script])
    usual_scripts: list[n.UsualScript] = field(default_factory=list[n.UsualScript])
    tensions: list[n.Tension] = field(default_factory=list[n.Tension])

    def collect(self, files: Iterable[n.File]) -> None:
        """Put every declaration of the files under its name; a second one under the same name is a fault."""
        for file in files:
            self.lost.update(file.lost)
            for declaration in file.declarations:
                self._collect(declaration)
        self._clashes()

    def _collect(self, declaration: n.Declaration) -> None:
        match declaration:
            case n.Policy():
                self.policies.append(declaration)
            case n.Rule() | n.Table():
                self._rules(declaration)
            case n.Script():
                self._declare(self.scripts, "script", declaration.name, declaration)
            case n.UsualScript():
                self.usual_scripts.append(declaration)
            case n.Tension():
                self.tensions.append(declaration)
            case _:
                self._collect_term(declaration)

    def _collect_term(self, term: n.Principle | n.Team | n.Fact | n.Topic | n.Define | n.Label) -> None:
        """A declaration that rules speak of."""
        match term:
            case n.Principle():
                self._declare(self.principles, term.word, term.name, term)
            case n.Team():
                self._declare(self.teams, "team", term.name, term)
            case n.Fact():
                self._declare(self.facts, "fact", term.name, term)
            case n.Topic():
                self._declare(self.topics, "topic", term.name, term)
            case n.Define():
                self._declare(self.definitions, "definition", term.name, term)
            case n.Label():
                self._declare(self.labels, "label", term.name, term)

    def _rules(self, node: n.Rule | n.Table) -> None:
        if isinstance(node, n.Rule):
            is_first = self._declare(self.rules, "rule", node.name, node)
            for exception in node.exceptions:
                if is_first:
                    self._declare(self.rules, "exception", exception.name, exception)
                else:
                    self.lost.add(exception.name.text)
            return
        self._declare(self.tables, "table", node.name, node)
        for row in node.rows:
            for cell in row.cells:
                if isinstance(cell, n.Name):
                    self._declare(self.rules, "rule", cell, row)

    def _declare(self, known: dict[str, D], word: str, name: n.Name, node: D) -> bool:
        """Whether `node` is the first of its name; that a name is missing the parser has said."""
        if not name.text:
            return False
        if name.text in RESERVED:
            self.faults.add(
                "reserved-name",
                say("`{name}` is a word of the language and cannot be a name", name=name.text),
                name.span,
                help=say("choose another name for this {kind}", kind=kind_word(word)),
            )
        if word == "fact" and name.text in BUILT_IN_FACTS:
            self.faults.add(
                "reserved-name",
                say("`{name}` is there in every policy", name=name.text),
                name.span,
                help=say("use it without declaring it"),
            )
        elif (first := known.get(name.text)) is not None:
            self.duplicate(name, _name_of(first, name))
        else:
            known[name.text] = node
        return known.get(name.text) is node

    def is_reserved_choice(self, choice: n.Name) -> bool:
        """Whether nobody could ever say this choice, because conditions or requests read it otherwise; reports it."""
        is_none = reads_as_none(choice.text)
        if is_none:
            help_ = say("leave it out: `or none` behind the choices says it")
        elif choice.text in _NO_CHOICES:
            help_ = say("choose another word for this choice")
        else:
            return False
        message = say("`{word}` is a word of the language and cannot be a choice", word=choice.text)
        if is_none and choice.text != "none":
            message = say("`{word}` is read as `none` and cannot be a choice", word=choice.text)
        self.faults.add("reserved-choice", message, choice.span, help=help_)
        return True

    def duplicate(self, name: n.Name, first: n.Name) -> None:
        """`name` is declared a second time."""
        self.faults.add(
            "duplicate",
            say("`{name}` is declared twice", name=name.text),
            name.span,
            help=say("give one of them another name, or leave it out"),
            notes=(Note(say("`{name}` is declared here first", name=name.text), first.span),),
        )

    # --- choices, topics and definitions never share a name -----------------------------------------------------------

    def _clashes(self) -> None:
        seen: dict[str, tuple[str, n.Name]] = {}
        for kind, name in self._shared():
            other = seen.setdefault(name.text, (kind, name))
            if other[0] != kind:
                self.faults.add(
                    "name-clash",
                    say(
                        "`{name}` is a {kind} and also a {other}",
                        name=name.text,
                        kind=kind_word(kind),
                        other=kind_word(other[0]),
                    ),
                    name.span,
                    help=say("give one of them another name: a choice, a topic and a definition never share one"),
                    notes=(Note(say("the {kind}", kind=kind_word(other[0])), other[1].span),),
                )

    def _shared(self) -> Iterable[tuple[str, n.Name]]:
        yield from (("choice of a fact", choice) for choice in self._choices())
        yield from (("topic", topic.name) for topic in self.topics.values())
        yield from (("definition", define.name) for define in self.definitions.values())

    def _choices(self) -> Iterable[n.Name]:
        for fact in self.facts.values():
            for clause in fact.clauses:
                if isinstance(clause, n.TypeNode):
                    yield from clause.choices

    # --- references ---------------------------------------------------------------------------------------------------

    def find(self, kind: str, name: n.Name, known: Mapping[str, D], help_: str = "") -> D | None:
        """What a name refers to; reports a name that nobody declares."""
        found = known.get(name.text)
        if found is None:
            self.unknown(kind, name, known, help_ or declare(kind, name.text))
        return found

    def unknown(self, kind: str, name: n.Name, known: Iterable[str], help_: str) -> None:
        """Nobody declares this name, unless where nothing can be read."""
        if not name.text or name.text in self.lost or self.torn.is_cut:
            return
        other = self._other_kind(name.text)
        if (kind, other) == ("definition", "topic"):
            help_ = say("`{name}` is a topic: write `request asks for {name}`", name=name.text)
        elif other:
            help_ = say(
                "`{name}` is a {other}, not a {kind}", name=name.text, other=kind_word(other), kind=kind_word(kind)
            )
        elif len(parts := name.text.split("・")) > 1 and all(part in set(known) for part in parts):
            help_ = say("write `{word}`", word="、".join(parts))
        elif name.text in CLAUSES:
            help_ = say("`{name}` is a word of the language: is a name missing before it?", name=name.text)
        elif condition := bounded(name.text):
            fact, amount = condition
            fact = next((known for known in self.facts if known.endswith(f".{fact}")), fact)
            help_ = say("write `{words}`, with blanks between", words=f"{fact} {amount.written}")
        self.faults.unknown(kind, name.text, name.span, known, help_)

    def _other_kind(self, name: str) -> str:
        """As what the name is declared instead."""
        declared: dict[str, Mapping[str, n.Node]] = {
            "value or strategy": self.principles,
            "team": self.teams,
            "topic": self.topics,
            "definition": self.definitions,
            "label": self.labels,
            "rule": self.rules,
            "table": self.tables,
            "script": self.scripts,
        }
        return next((kind for kind, known in declared.items() if name in known), "")

    def topic(self, name: n.Name) -> bool:
        """Whether a topic of this name is declared; reports it where not."""
        return self.find("topic", name, self.topics) is not None


def _name_of(node: n.Node, fallback: n.Name) -> n.Name:
    """The name under which a node is declared."""
    match node:
        case n.Row():
            names = [cell for cell in node.cells if isinstance(cell, n.Name) and cell.text == fallback.text]
            return names[0] if names else fallback
        case (
            n.Principle() | n.Team() | n.Fact() | n.Topic() | n.Define() | n.Label() | n.Rule() | n.Table() | n.Script()
        ):
            return node.name
        case _:
            return fallback
