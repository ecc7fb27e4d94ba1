"""Which rules are in force, and which verdicts are possible."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import field, replace

from kotowari.engine.circuit import Circuit, Gate, Given, both, either, opposite, restrict
from kotowari.engine.program import Program
from kotowari.engine.search import Budget, OverBudget, exists
from kotowari.engine.situation import Situation
from kotowari.engine.unknowns import Unknowns
from kotowari.model.model import Rule, Verdict
from kotowari.record import record

_NOTHING: Given = {}


@record(frozen=False)
class Judge:
    """The rules of a policy held against a situation.

    `applies` and `in_force` hold a circuit for every rule. All questions share one budget of evaluations; where it
    runs out, `exact` turns false and answers hold more verdicts than can come, never fewer. `open` keeps the facts that
    matter once they have been found, `left` the names of the rules that the index has not found false.
    """

    program: Program
    situation: Situation
    unknowns: Unknowns
    budget: Budget
    applies: dict[str, Circuit] = field(default_factory=dict[str, Circuit])
    in_force: dict[str, Circuit] = field(default_factory=dict[str, Circuit])
    exact: bool = True
    open: tuple[str, ...] | None = None
    left: dict[str, None] | None = None

    @property
    def order(self) -> tuple[Verdict, ...]:
        """The order of verdicts, the strongest first."""
        return self.program.model.order

    # --- rules --------------------------------------------------------------------------------------------------------

    def rule(self, name: str) -> Circuit:
        """Whether a rule is in force: it applies, and none that overrides it is in force."""
        found = self.in_force.get(name)
        if found is None:
            above = self.program.overriders.get(name, ()) if self._applies(name) is not False else ()
            found = both(self._applies(name), *(opposite(self.rule(other)) for other in above))
            self.in_force[name] = found
        return found

    def _applies(self, name: str) -> Circuit:
        found = self.applies.get(name)
        if found is None:
            found = name in self.alive() and self.unknowns.circuit(self.program.conditions[name])
            self.applies[name] = found
        return found

    def alive(self) -> Collection[str]:
        """The names of the rules that may apply, sorted; the others are false, or out of their dates."""
        if self.left is None:
            index = self.program.index
            self.left = dict.fromkeys(index.listed(index.alive(self.situation)))
        return self.left.keys()

    def read_all(self) -> None:
        """Make the unknowns of all rules of today, those of rules that are false whatever they are among them."""
        missing = self.program.readers.keys() - self.situation.facts.keys()
        reading = {name for fact in missing for name in self.program.readers[fact]}
        for name in sorted(reading.difference(self.alive())):
            if self.program.in_season(self.program.model.rules[name], self.situation.today):
                self.unknowns.circuit(self.program.conditions[name])

    def set_aside(self) -> list[tuple[str, str]]:
        """Rules that apply whatever is unknown, each with those that override it and are in force."""
        return [
            (name, other)
            for name in self.alive()
            if name in self.program.overriders and self.always(self._applies(name))
            for other in self.program.overriders[name]
            if self.always(self.rule(other))
        ]

    # --- questions ----------------------------------------------------------------------------------------------------

    def always(self, circuit: Circuit) -> bool:
        """Whether a circuit is true in every completion; false where that would take too long to tell."""
        if isinstance(circuit, bool):
            return circuit
        return not self._exists([opposite(circuit)], otherwise=True)

    def sometimes(self, circuit: Circuit) -> bool:
        """Whether a circuit is true in some completion; true where that would take too long to tell."""
        return circuit if isinstance(circuit, bool) else self._exists([circuit], otherwise=True)

    def _exists(self, circuits: Iterable[Circuit], *, otherwise: bool) -> bool:
        try:
            return exists(circuits, self.budget)
        except OverBudget:
            self.exact = False
            return otherwise

    # --- verdicts -----------------------------------------------------------------------------------------------------

    def possible(self, rules: Sequence[Rule], given: Given = _NOTHING) -> tuple[tuple[Verdict, ...], bool]:
        """The verdicts that these rules give in some completion, and whether none of them may be in force.

        `given` narrows the completions that are looked at.
        """
        forces = self.forces(rules, given)
        found: list[Verdict] = []
        stronger: list[Circuit] = []
        for verdict in self.order:
            mine = [circuit for other, circuit in forces if other is verdict and circuit is not False]
            if mine and self._exists([either(*mine), *stronger], otherwise=True):
                found.append(verdict)
            stronger.extend(opposite(circuit) for circuit in mine)
        return tuple(found), self._exists(stronger, otherwise=True)

    def forces(self, rules: Sequence[Rule], given: Given) -> list[tuple[Verdict, Circuit]]:
        """For each rule its verdict and whether it is in force, where more is known of some unknowns."""
        seen: dict[Gate, Circuit] = {}
        return [(rule.outcome.verdict, restrict(self.rule(rule.name), given, seen)) for rule in rules]

    def outcome(self, given: Given = _NOTHING) -> tuple[Verdict, ...]:
        """The possible verdicts of the whole request, in their order; `otherwise` where no rule may be in force."""
        found, none = self.possible(self.candidates(), given)
        fallback = {self.program.model.otherwise.verdict} if none else set[Verdict]()
        return tuple(verdict for verdict in self.order if verdict in found or verdict in fallback)

    def candidates(self) -> list[Rule]:
        """The rules that may be in force, by name."""
        rules = self.program.model.rules
        return [rules[name] for name in self.alive() if self.rule(name) is not False]


def judge(program: Program, situation: Situation, budget: Budget | None = None) -> Judge:
    """The judge of a situation."""
    unknowns = Unknowns(program.model, situation, program.comparisons, program.texts)
    return Judge(program, situation, unknowns, budget or Budget())


def reopened(judged: Judge, facts: Collection[str], budget: Budget) -> Judge:
    """The same situation where somebody says what these facts are, whatever that is.

    Rules that do not read them keep their circuits, and all unknowns stay the same objects.
    """
    situation = judged.situation
    values = {name: value for name, value in situation.facts.items() if name not in facts}
    opened = judge(judged.program, replace(situation, facts=values, known=situation.known.union(facts)), budget)
    touched = {name for fact in facts for name in judged.program.readers.get(fact, ())}
    opened.applies.update({name: circuit for name, circuit in judged.applies.items() if name not in touched})
    opened.unknowns.of.update(judged.unknowns.of)
    opened.unknowns.by_name.update(judged.unknowns.by_name)
    opened.unknowns.domains.update(judged.unknowns.domains)
    for name in sorted(touched):
        opened.rule(name)
    return opened
