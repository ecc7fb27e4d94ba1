"""Rules, their exceptions, and their examples."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import NOWHERE
from kotowari.language import nodes as n
from kotowari.model import conditions as c
from kotowari.model import literals
from kotowari.model.allowances import allowances
from kotowari.model.clauses import Clauses
from kotowari.model.faults import Faults
from kotowari.model.literals import NoValue
from kotowari.model.model import Example, Outcome, Rule, Verdict
from kotowari.model.names import Names
from kotowari.model.outcomes import Outcomes
from kotowari.model.torn import TornFiles
from kotowari.model.types import Value
from kotowari.model.typing import Typer
from kotowari.record import record

T = TypeVar("T", bound=n.Node)


@record
class Rules:
    """Makes rules. A rule without an outcome is reported and left out."""

    names: Names
    clauses: Clauses
    typer: Typer
    outcomes: Outcomes
    torn: TornFiles
    faults: Faults

    def rule(self, node: n.Rule) -> list[Rule]:
        """The rule and its exceptions."""
        about = self.about(node)
        made = [self._rule(node, None, about)]
        made.extend(self._rule(exception, node.name.text, about) for exception in node.exceptions)
        return [rule for rule in made if rule is not None]

    def _rule(self, node: n.Rule, parent: str | None, about: tuple[str, ...]) -> Rule | None:
        outcome, says = self._outcome(node), of(node, n.Say)
        if parent is not None:
            self._about_of_its_own(node)
        above = (parent,) if parent else ()
        starts, ends = self.clauses.days(node.clauses)
        approved = self.clauses.argument(node.clauses, "approved by", n.String)
        made = Rule(
            node.name.text,
            node.name.span,
            title=node.title.plain if node.title else None,
            about=about,
            condition=self.condition(node),
            outcome=outcome or NO_OUTCOME,
            parent=parent,
            overrides=tuple(sorted({*above, *self._overrides(node)})),
            final=self.clauses.has(node.clauses, "final"),
            parts=self.outcomes.parts(says),
            say_only=any(clause.only for clause in says),
            steps=self.outcomes.steps(of(node, n.Step)),
            notes=self.outcomes.notes(of(node, n.HandOver)),
            owner=self.owner(node),
            approved=approved.plain if approved else None,
            review=self.clauses.day(node.clauses, "review by"),
            starts=starts,
            ends=ends,
            examples=tuple(self._example(example) for example in of(node, n.Example)),
            allows=allowances(node.allows, self.faults),
        )
        return made if outcome else None

    # --- clauses that tables have as well -----------------------------------------------------------------------------

    def about(self, node: n.Rule | n.Table) -> tuple[str, ...]:
        """The topics."""
        return tuple(name.text for name in self.clauses.names(node.clauses, "about") if self.names.topic(name))

    def condition(self, node: n.Rule | n.Table) -> c.Condition:
        """The condition; none holds always."""
        when = self.clauses.one(of(node, n.When), "`when`", say("join the conditions behind one `when` with `and`"))
        return self.typer.condition(when.condition) if when else c.Always("", node.name.span)

    def owner(self, node: n.Rule | n.Table) -> str | None:
        """The team that answers for it."""
        owner = self.clauses.argument(node.clauses, "owner", n.Name)
        return owner.text if owner and self.names.find("team", owner, self.names.teams) else None

    # --- clauses of rules alone ---------------------------------------------------------------------------------------

    def _about_of_its_own(self, node: n.Rule) -> None:
        for clause in of(node, n.Names):
            if clause.word == "about":
                self.faults.add(
                    "misplaced-clause",
                    say("an exception has no topics of its own"),
                    clause.span,
                    help=say(
                        "it is about what its rule is about: leave `about` out, or write a rule that `overrides` it"
                    ),
                )

    def _overrides(self, node: n.Rule) -> list[str]:
        names = self.clauses.names(node.clauses, "overrides")
        return [name.text for name in names if self.names.find("rule", name, self.names.rules)]

    def _outcome(self, node: n.Rule) -> Outcome | None:
        written = of(node, n.Outcome)
        outcomes = [self.outcomes.outcome(outcome) for outcome in written]
        for second in written[1:]:
            self.faults.add(
                "duplicate",
                say("a rule has one outcome, and this is a second"),
                second.span,
                help=say("write a rule of its own, or an exception, for the other one"),
                notes=(Note(say("the first one"), written[0].span),),
            )
        if not outcomes and self.torn.is_intact(node.span, *Verdict, "allow"):
            self.faults.add(
                "missing-outcome",
                say("`{name}` gives no verdict", name=node.name.text),
                node.name.span,
                help=say("add `accept`, `decline` or `escalate to` a team, and `because` a value"),
            )
        return outcomes[0] if outcomes else None

    # --- examples -----------------------------------------------------------------------------------------------------

    def _example(self, node: n.Example) -> Example:
        given: dict[str, Value] = {}
        now: n.Moment | None = None
        seen: dict[str, n.Name] = {}
        for item in node.given:
            if seen.setdefault(item.fact.text, item.fact) is not item.fact:
                self.faults.add(
                    "duplicate",
                    say("`{fact}` is given twice", fact=item.fact.text),
                    item.fact.span,
                    help=say("give it once; the values of a set stand behind one another, with commas"),
                    notes=(Note(say("the first one"), seen[item.fact.text].span),),
                )
            elif item.fact.text == "now":
                now = self._now(item)
            else:
                given.update(self._given(item))
        text = node.text.plain if node.text else None
        gives = Verdict(node.gives.text) if node.gives else None
        return Example(node.holds, text, dict(sorted(given.items())), now.text if now else None, gives, node.span)

    def _given(self, item: n.Given) -> Iterable[tuple[str, Value]]:
        expressions = self.typer.expressions
        try:
            fact = expressions.fact(item.fact.text, item.fact.span)
            yield fact.name, literals.read(item.values, fact.type, expressions.zone, self.faults)
        except NoValue:
            return

    def _now(self, item: n.Given) -> n.Moment | None:
        moment = item.values[0]
        if isinstance(moment, n.Moment) and len(item.values) == 1:
            return moment
        help_ = say("write `now 2026-04-01T09:00`")
        self.faults.add("wrong-type", say("`now` is a date or a time"), item.span, help=help_)
        return None


# Stands in a rule whose outcome is still to come.
NO_OUTCOME = Outcome(Verdict.DECLINE, (), NOWHERE)


def of(node: n.Rule | n.Table, kind: type[T]) -> list[T]:
    """The clauses of this kind."""
    return [clause for clause in node.clauses if isinstance(clause, kind)]
