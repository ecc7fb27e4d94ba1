"""From the syntax of all files to the model of the policy."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.diagnostics.suggest import nearest
from kotowari.language import nodes as n
from kotowari.model import calendar
from kotowari.model import conditions as c
from kotowari.model.declared import Declared
from kotowari.model.faults import Faults
from kotowari.model.model import Definition, Fact, Model, Outcome, Parts, Rule, Table, UsualScript, Verdict
from kotowari.model.names import Names
from kotowari.model.outcomes import Outcomes
from kotowari.model.rules import Rules, rules_by_name
from kotowari.model.templates import Templates
from kotowari.model.typing import Typer

DEFAULT_ORDER = (Verdict.ESCALATE, Verdict.DECLINE, Verdict.ACCEPT)
_LARGEST_EDITION = 10**9


def resolve(
    files: Sequence[n.File], sources: Mapping[str, Source], versions: Mapping[str, str]
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The model of a policy, and what is wrong with it.

    The model is None where nothing declares a policy; with errors it is fit for further checks, never for decisions.
    `versions` names what else decides a verdict
    (dictionaries, time zones); they are part of the digest.
    """
    faults = Faults()
    names = Names(faults, frozenset(name for file in files for name in file.lost))
    names.collect(declaration for file in files for declaration in file.declarations)
    maker = _Maker(names, faults, files, sources)
    return maker.model(_digest(files, versions)), tuple(faults.found)


def _digest(files: Sequence[n.File], versions: Mapping[str, str]) -> str:
    """What the policy means, whatever its layout and the order of its declarations."""
    parts = sorted(repr(declaration) for file in files for declaration in file.declarations)
    parts.extend(f"{name} {version}" for name, version in sorted(versions.items()))
    return "sha256:" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(slots=True)
class _Definitions:
    """Definitions by name, each typed when something first refers to it; a circle is reported once."""

    names: Names
    faults: Faults
    made: dict[str, c.Condition | None] = field(default_factory=dict[str, "c.Condition | None"])
    open: list[str] = field(default_factory=list[str])
    typer: Typer | None = None

    def get(self, name: str) -> c.Condition | None:
        if name in self.made:
            return self.made[name]
        node = self.names.definitions.get(name)
        if node is None or self.typer is None:
            return None
        if name in self.open:
            self._circle(name, node)
            return c.Always("", node.name.span)
        self.open.append(name)
        condition = self.typer.condition(node.condition)
        self.open.remove(name)
        self.made[name] = condition
        return condition

    def _circle(self, name: str, node: n.Define) -> None:
        circle = [*self.open[self.open.index(name) :], name]
        self.faults.add("cycle", f"the definition `{name}` leads back to itself: {' → '.join(circle)}", node.name.span,
                        help="let one of them say what it means without the others")  # fmt: skip


class _Maker:
    def __init__(
        self, names: Names, faults: Faults, files: Sequence[n.File], sources: Mapping[str, Source]
    ) -> None:
        self.names = names
        self.faults = faults
        self.policy = self._policy(files)
        damaged = frozenset((file.name, start) for file in files for start in file.damaged)
        self.languages = self._languages()
        self.zone_name, self.zone = self._zone()
        facts = frozenset(names.facts) | {"request.text", "request.language"}
        templates = Templates(names, facts, self.languages, faults)
        self.declared = Declared(names, templates, self.languages, self.zone, faults, damaged)
        self.facts = self._facts()
        definitions = _Definitions(names, faults)
        self.typer = Typer(names, self.facts, self.zone, faults, dict(sources), definitions.get)
        definitions.typer = self.typer
        self.definitions = definitions

    # --- the policy itself --------------------------------------------------------------------------------------------

    def _policy(self, files: Sequence[n.File]) -> n.Policy | None:
        policies = self.names.policies
        for second in policies[1:]:
            self.faults.add("duplicate", "a policy is declared twice", second.name.span,
                            notes=[Note("the first one", policies[0].name.span)],
                            help="one folder holds one policy; give the other a folder of its own")  # fmt: skip
        if not policies and not any(file.lost or file.damaged for file in files):
            place = Span(files[0].name, 0, 0) if files else Span("", 0, 0)
            self.faults.add("no-policy", "nothing here declares a policy", place,
                            help="begin a file with `policy NAME`, its `languages`, `otherwise` and `unanswered`")  # fmt: skip
        return policies[0] if policies else None

    def _clauses(self) -> Sequence[n.Node]:
        return self.policy.clauses if self.policy else ()

    def _listed(self, word: str) -> tuple[n.Name, ...]:
        clauses = [clause for clause in self._clauses() if isinstance(clause, n.Names) and clause.word == word]
        for second in clauses[1:]:
            self.faults.add("duplicate", f"`{word}` stands here twice", second.span, help="leave one of them out")
        names = clauses[0].names if clauses else ()
        for place, name in enumerate(names):
            if any(name.text == earlier.text for earlier in names[:place]):
                self.faults.add("duplicate", f"`{name.text}` stands here twice", name.span, help="leave one of them out")
        return names

    def _languages(self) -> tuple[str, ...]:
        names = self._listed("languages")
        if self.policy and not names and not self._is_damaged():
            self.faults.add("missing-clause", "the policy does not say in which languages it replies",
                            self.policy.name.span, help="add `languages en, ja`")  # fmt: skip
        return tuple(dict.fromkeys(name.text for name in names))

    def _is_damaged(self) -> bool:
        return bool(self.names.lost) or self.policy is None

    def _argument(self, word: str) -> n.Clause | None:
        clauses = [clause for clause in self._clauses() if isinstance(clause, n.Clause) and clause.word == word]
        for second in clauses[1:]:
            self.faults.add("duplicate", f"`{word}` stands here twice", second.span, help="leave one of them out")
        return clauses[0] if clauses else None

    def _zone(self) -> tuple[str, ZoneInfo]:
        clause = self._argument("zone")
        if clause is None or not isinstance(clause.argument, n.String):
            if self.policy:
                self.faults.add("no-zone", "the policy names no time zone, so its days are those of UTC",
                                self.policy.name.span, help='add `zone "Asia/Tokyo"` or the zone you work in',
                                severity=Severity.WARNING)  # fmt: skip
            return "UTC", _utc()
        name = clause.argument.plain
        zone = calendar.zone(name)
        if zone is None:
            close = nearest(name, calendar.zone_names())
            self.faults.add("unknown-zone", f"`{name}` is no time zone", clause.argument.span,
                            label=f"did you mean `{close}`?" if close else "",
                            help='zones have names such as "Asia/Tokyo" or "Europe/Berlin"')  # fmt: skip
            return "UTC", _utc()
        return name, zone

    def _edition(self) -> int:
        clause = self._argument("edition")
        number = clause.argument if clause else None
        if not isinstance(number, n.Number):
            return 1
        if number.value != number.value.to_integral_value() or not 0 < number.value < _LARGEST_EDITION:
            self.faults.add("wrong-type", "an edition is a whole number from 1", number.span, help="count up from 1")
            return 1
        return int(number.value)

    def _order(self) -> tuple[Verdict, ...]:
        names = self._listed("order")
        found = tuple(dict.fromkeys(Verdict(name.text) for name in names))
        if names and len(found) != len(Verdict):
            self.faults.add("missing-clause", "`order` does not name all three verdicts", names[0].span,
                            help="write `order escalate, decline, accept`, the strongest first")  # fmt: skip
        return found if len(found) == len(Verdict) else DEFAULT_ORDER

    # --- everything ---------------------------------------------------------------------------------------------------

    def _facts(self) -> dict[str, Fact]:
        facts = [self.declared.fact(node) for node in self.names.facts.values()]
        return {fact.name: fact for fact in sorted([*facts, *self.declared.built_in()], key=lambda fact: fact.name)}

    def model(self, digest: str) -> Model | None:
        names, declared = self.names, self.declared
        scripts = {name: declared.templates.parts(node.blocks) for name, node in sorted(names.scripts.items())}
        outcomes = Outcomes(names, declared, self.typer, scripts, self.faults)
        principles = {name: declared.principle(node) for name, node in sorted(names.principles.items())}
        teams = {name: declared.team(node) for name, node in sorted(names.teams.items())}
        topics = {name: declared.topic(node) for name, node in sorted(names.topics.items())}
        labels = {name: declared.label(node) for name, node in sorted(names.labels.items())}
        definitions = {name: Definition(name, node.name.span, self.definitions.get(name) or c.Always("", node.span))
                       for name, node in sorted(names.definitions.items())}  # fmt: skip
        rules, tables = self._rules(outcomes)
        usual = tuple(self._usual(node) for node in sorted(names.usual_scripts, key=repr))
        otherwise, unanswered = (self._fallback(outcomes, word) for word in ("otherwise", "unanswered"))
        edition, order = self._edition(), self._order()
        policy = self.policy
        texts = declared.texts(policy.texts, "the policy", policy.name.span) if policy else {}
        if policy is None:
            return None
        # Where these are missing, which has been reported, something stands in so that the rest can be checked.
        otherwise = otherwise or Outcome(Verdict.ESCALATE, (), NOWHERE)
        unanswered = unanswered or Outcome(Verdict.ESCALATE, (), NOWHERE)
        return Model(
            policy.name.text, texts, edition, self.languages, self.zone_name, order, otherwise, unanswered, principles,
            teams, self.facts, topics, definitions, labels, rules, tables, scripts, usual, digest, policy.name.span,
        )  # fmt: skip

    def _rules(self, outcomes: Outcomes) -> tuple[dict[str, Rule], dict[str, Table]]:
        maker = Rules(self.names, self.declared, self.typer, outcomes, self.faults)
        rules = [made for node in _rule_nodes(self.names) for made in maker.rule(node)]
        tables = [maker.table(node) for _, node in sorted(self.names.tables.items())]
        rules.extend(rule for _, rows in tables for rule in rows)
        return rules_by_name(rules), {table.name: table for table, _ in tables}

    def _fallback(self, outcomes: Outcomes, word: str) -> Outcome | None:
        if self.policy is None:
            return None
        nodes = self.policy.otherwise if word == "otherwise" else self.policy.unanswered
        self.declared.one(nodes, f"`{word}`")
        if not nodes:
            if self.declared.intact(self.policy):
                self.faults.add(f"missing-{word}", f"the policy does not say what happens {_WHEN[word]}",
                                self.policy.name.span,
                                help=f"add `{word} escalate to` a team, and `because` a value")  # fmt: skip
            return None
        return outcomes.outcome(nodes[0])

    def _usual(self, node: n.UsualScript) -> UsualScript:
        label = node.label
        if label is not None:
            self.names.find("label", label, self.names.labels)
        parts: Parts = self.declared.templates.parts(node.blocks)
        condition = self.typer.condition(node.condition) if node.condition else None
        verdict = Verdict(node.verdict.text) if node.verdict else None
        return UsualScript(verdict, label.text if label else None, condition, parts, node.span)


_WHEN = {"otherwise": "where no rule is in force", "unanswered": "where a fact that matters cannot be known"}


def _utc() -> ZoneInfo:
    zone = calendar.zone("UTC")
    assert zone is not None
    return zone


def _rule_nodes(names: Names) -> Iterable[n.Rule]:
    """The rules that are no exceptions; those come with them."""
    nodes = [node for node in names.rules.values() if isinstance(node, n.Rule)]
    inner = {id(exception) for node in nodes for exception in node.exceptions}
    return [node for node in nodes if id(node) not in inner]
