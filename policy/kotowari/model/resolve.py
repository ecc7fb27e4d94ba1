"""From the syntax of all files to the model of the policy."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.language import nodes as n
from kotowari.model.allowances import allowances
from kotowari.model.cells import Cells
from kotowari.model.claims import Claims
from kotowari.model.clauses import Clauses
from kotowari.model.declared import Declared
from kotowari.model.definitions import Definitions
from kotowari.model.expressions import Expressions
from kotowari.model.facts import Facts
from kotowari.model.faults import Faults
from kotowari.model.model import Allowance, Complete, Model, Outcome, Parts, Rule, Table, Tension, UsualScript, Verdict
from kotowari.model.names import BUILT_IN_FACTS, Names
from kotowari.model.outcomes import Outcomes
from kotowari.model.policy import PolicyReader, find_policy
from kotowari.model.rules import Rules
from kotowari.model.shown import Wording
from kotowari.model.tables import Tables
from kotowari.model.templates import Templates
from kotowari.model.torn import TornFiles
from kotowari.model.typing import Typer
from kotowari.text.characters import IS_JAPANESE
from kotowari.text.japanese import morphemes

# A person who sees so many faults of one file starts with the first.
MOST_FAULTS = 100


def resolve(
    files: Sequence[n.File], sources: Mapping[str, Source], versions: Mapping[str, str]
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """The model of a policy, and what is wrong with it.

    The model is None where nothing declares a policy; with errors it is fit for further checks, never for decisions.
    `versions` names what else decides a verdict (dictionaries, time zones); they are part of the digest.
    """
    faults = Faults()
    torn = TornFiles(files)
    model = _Maker(files, sources, torn, faults).model(_digest(files, versions))
    return model, tuple(_limited(fault for fault in faults.found if not torn.covers(fault.span)))


def _limited(faults: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """The faults in order, not too many of one file."""
    seen: Counter[str] = Counter()
    for fault in sorted(dict.fromkeys(faults), key=lambda fault: fault.order):
        seen[fault.span.source] += 1
        if seen[fault.span.source] <= MOST_FAULTS:
            yield fault
        elif seen[fault.span.source] == MOST_FAULTS + 1:
            place = Span(fault.span.source, fault.span.start, fault.span.start)
            yield Diagnostic(
                "too-many-errors",
                say("so much is wrong with this file that the rest is not shown"),
                place,
                help=say("mend the first ones and look again"),
            )


def _digest(files: Sequence[n.File], versions: Mapping[str, str]) -> str:
    """What the policy means, whatever its layout and the order of its declarations."""
    deciding = (one for file in files for one in file.declarations if not isinstance(one, n.Tension))
    parts = sorted(map(repr, deciding))
    unused = () if any(_has_japanese(file) for file in files) else morphemes.PACKAGES
    parts.extend(f"{name} {version}" for name, version in sorted(versions.items()) if name not in unused)
    return "sha256:" + hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _has_japanese(file: n.File) -> bool:
    """Whether a pattern of the file is in Japanese."""
    with_patterns = (one for one in file.declarations if isinstance(one, n.Topic | n.Fact))
    clauses = (
        clause for one in with_patterns for clause in (one.patterns if isinstance(one, n.Topic) else one.clauses)
    )
    patterns = (pattern for clause in clauses if isinstance(clause, n.Patterns) for pattern in clause.patterns)
    return any(IS_JAPANESE.search(pattern.words.text) for pattern in patterns)


class _Maker:
    """Makes one thing after the other, each from those before it."""

    def __init__(self, files: Sequence[n.File], sources: Mapping[str, Source], torn: TornFiles, faults: Faults) -> None:
        self.torn, self.faults = torn, faults
        self.names = Names(faults, torn)
        self.names.collect(files)
        policy = find_policy(self.names.policies, files, torn, faults)
        self.policy = PolicyReader(policy, torn, faults)
        named = frozenset({*self.names.facts, *BUILT_IN_FACTS})
        self.languages = self.policy.languages(Clauses(Templates(self.names, named, (), faults), torn, faults))
        self.clauses = Clauses(Templates(self.names, named, self.languages, faults), torn, faults)
        self.zone = self.policy.zone(self.clauses)
        self.declared = Declared(self.names, self.clauses, torn, faults)
        self.facts = Facts(self.names, self.declared, self.clauses, self.zone, torn, faults).all()
        self.definitions = Definitions(self.names, faults)
        expressions = Expressions(self.names, self.facts, self.zone, faults)
        self.typer = Typer(self.names, expressions, Wording(files, sources), faults, self.definitions.condition)

    def model(self, digest: str) -> Model | None:
        """Everything, whether or not it makes a whole: each part reports what is wrong with it."""
        names, declared, policy = self.names, self.declared, self.policy.node
        scripts = {name: self.clauses.templates.parts(node.blocks) for name, node in sorted(names.scripts.items())}
        outcomes = Outcomes(names, self.clauses, self.typer, scripts, self.faults)
        principles = {name: declared.principle(node) for name, node in sorted(names.principles.items())}
        teams = {name: declared.team(node) for name, node in sorted(names.teams.items())}
        topics = {name: declared.topic(node) for name, node in sorted(names.topics.items())}
        labels = {name: declared.label(node) for name, node in sorted(names.labels.items())}
        definitions = self.definitions.all(self.typer)
        rules, tables = self._rules(outcomes)
        usual = tuple(self._usual(node) for node in sorted(names.usual_scripts, key=repr))
        otherwise, unanswered = (self._fallback(outcomes, word) for word in ("otherwise", "unanswered"))
        edition, order = self.policy.edition(self.clauses), self.policy.order(self.clauses)
        texts = self.clauses.texts(policy.texts, say("the policy"), policy.name.span) if policy else None
        if policy is None or texts is None:
            return None
        # Where these are missing, which has been reported, something stands in so that the rest can be checked.
        otherwise = otherwise or Outcome(Verdict.ESCALATE, (), NOWHERE)
        unanswered = unanswered or Outcome(Verdict.ESCALATE, (), NOWHERE)
        return Model(
            policy.name.text, texts, edition, self.languages, self.zone.key, order, otherwise, unanswered, principles,
            teams, self.facts, topics, definitions, labels, rules, tables, scripts, usual, digest,
            self._script_allows(), policy.name.span, *self._claims(rules, tables),
        )  # fmt: skip

    def _rules(self, outcomes: Outcomes) -> tuple[dict[str, Rule], dict[str, Table]]:
        maker = Rules(self.names, self.clauses, self.typer, outcomes, self.torn, self.faults)
        rows = Tables(maker, Cells(self.typer, self.names, self.faults), self.torn, self.faults)
        rules = [made for node in _rule_nodes(self.names) for made in maker.rule(node)]
        tables = [rows.table(node) for _, node in sorted(self.names.tables.items())]
        rules.extend(rule for _, made in tables for rule in made)
        return (
            {rule.name: rule for rule in sorted(rules, key=lambda rule: rule.name)},
            {table.name: table for table, _ in tables},
        )

    def _fallback(self, outcomes: Outcomes, word: str) -> Outcome | None:
        policy = self.policy.node
        if policy is None:
            return None
        nodes = policy.otherwise if word == "otherwise" else policy.unanswered
        self.clauses.one(nodes, f"`{word}`")
        made = [outcomes.outcome(node) for node in nodes]
        if not nodes and self.torn.is_intact(policy.span, word):
            self.faults.add(
                f"missing-{word}",
                _WHEN[word],
                policy.name.span,
                help=say("add `{word} escalate to` a team, and `because` a value", word=word),
            )
        return made[0] if made else None

    def _usual(self, node: n.UsualScript) -> UsualScript:
        if node.label is not None:
            self.names.find("label", node.label, self.names.labels)
        parts: Parts = self.clauses.templates.parts(node.blocks)
        condition = self.typer.condition(node.condition) if node.condition else None
        verdict = Verdict(node.verdict.text) if node.verdict else None
        allows = allowances(node.allows, self.faults)
        return UsualScript(verdict, node.label.text if node.label else None, condition, parts, node.span, allows)

    def _claims(
        self, rules: Mapping[str, Rule], tables: Mapping[str, Table]
    ) -> tuple[tuple[Tension, ...], tuple[Complete, ...]]:
        """What the policy says of its rules as a whole, and decides nothing."""
        reader = Claims(self.names, self.faults)
        tensions = tuple(reader.tension(node, rules, tables) for node in sorted(self.names.tensions, key=repr))
        complete = self.policy.node.complete if self.policy.node else ()
        return tensions, tuple(reader.complete(node, self.facts) for node in complete)

    def _script_allows(self) -> dict[str, tuple[Allowance, ...]]:
        found = {name: allowances(node.allows, self.faults) for name, node in sorted(self.names.scripts.items())}
        return {name: allows for name, allows in found.items() if allows}


_WHEN = {
    "otherwise": say("the policy does not say what happens where no rule is in force"),
    "unanswered": say("the policy does not say what happens where a fact that matters cannot be known"),
}


def _rule_nodes(names: Names) -> list[n.Rule]:
    """The rules that are no exceptions; those come with them."""
    nodes = [node for node in names.rules.values() if isinstance(node, n.Rule)]
    inner = {id(exception) for node in nodes for exception in node.exceptions}
    return [node for node in nodes if id(node) not in inner]
