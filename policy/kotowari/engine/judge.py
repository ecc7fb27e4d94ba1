"""Which rules are in force, and which verdicts are possible."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import field, replace

from kotowari.engine.circuit import Circuit, Gate, Given, both, either, opposite, restrict
from kotowari.engine.completions import Completions, Left
from kotowari.engine.program import Program
from kotowari.engine.search import Budget, OverBudget, way
from kotowari.engine.situation import Situation
from kotowari.engine.unknowns import Unknowns
from kotowari.model.model import Rule, Verdict
from kotowari.record import record

_NOTHING: Given = {}


@record(frozen=False)
class Judge:
    """The rules of a policy held against a situation.

    `applies` and `in_force` hold a circuit for every rule. All questions share one budget of evaluations; where it
    runs out, `exact` turns false and answers hold more verdicts than can come, never fewer. Kept once they have been
    found are the names of the rules that the index has not found false (`left`), the rules that may be in force
    (`able`), the completions that bring each verdict (`wins`, or some of them in `ways`) and the facts that matter
    (`open`).
    """

    program: Program
    situation: Situation
    unknowns: Unknowns
    budget: Budget
    applies: dict[str, Circuit] = field(default_factory=dict[str, Circuit])
    in_force: dict[str, Circuit] = field(default_factory=dict[str, Circuit])
    exact: bool = True
    completions: Completions = field(default_factory=Completions)
    open: tuple[str, ...] | None = None
    left: dict[str, None] | None = None
    able: tuple[Rule, ...] | None = None
    wins: tuple[Completions, int, dict[Verdict, int]] | None = None
    ways: dict[Verdict | None, list[Given]] = field(default_factory=dict["Verdict | None", "list[Given]"])
    has_read_all: bool = False

    @property
    def order(self) -> tuple[Verdict, ...]:
        """The order of verdicts, the strongest first."""
        return self.program.model.order

    # --- rules --------------------------------------------------------------------------------------------------------

    def rule(self, name: str) -> Circuit:
        """Whether a rule is in force: it applies, and none that overrides it is in force."""
        found = self.in_force.get(name)
        if found is None:
            found = self._applies(name)
            above = self.program.overriders.get(name)
            if above and found is not False:
                found = both(found, *(opposite(self.rule(other)) for other in above))
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
        if self.has_read_all:
            return
        self.has_read_all = True
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
        return circuit if isinstance(circuit, bool) else not self._may([True], [circuit])

    def sometimes(self, circuit: Circuit) -> bool:
        """Whether a circuit is true in some completion; true where that would take too long to tell."""
        return circuit if isinstance(circuit, bool) else self._may([circuit], [])

    def _may(
        self, wanted: Sequence[Circuit], barred: Sequence[Circuit], given: Given = _NOTHING,
        seen: dict[Gate, Circuit] | None = None, ways: list[Given] | None = None,
    ) -> bool:  # fmt: skip
        """Whether in some completion one of the wanted circuits is true, and none that is barred.

        `seen` keeps what is known of circuits where that is `given`, `ways` what has made these ones come out so.
        """
        few = self.completions
        if few.take(wanted) and few.take(barred):
            return bool(few.within(given) & few.any_of(wanted) & ~few.any_of(barred))
        ways = [] if ways is None else ways
        if any(_agree(one, given) for one in ways):
            return True
        seen = {} if seen is None else seen
        wanted, barred = ([restrict(circuit, given, seen) for circuit in some] for some in (wanted, barred))
        try:
            found = way([either(*wanted), *map(opposite, barred)], self.budget)
        except OverBudget:
            self.exact = False
            return True
        if found is not None:
            ways.append({**given, **found})
        return found is not None

    # --- verdicts -----------------------------------------------------------------------------------------------------

    def possible(self, rules: Sequence[Rule], given: Given = _NOTHING) -> tuple[tuple[Verdict, ...], bool]:
        """The verdicts that these rules give in some completion, and whether none of them may be in force.

        `given` narrows the completions that are looked at.
        """
        found = list(self._verdicts(rules, given, {}))
        return tuple(verdict for verdict in found if verdict is not None), None in found

    def _verdicts(
        self, rules: Sequence[Rule], given: Given, ways: dict[Verdict | None, list[Given]]
    ) -> Iterator[Verdict | None]:
        """The same one by one: the verdicts in their order, at last None where none of the rules may be in force.

        `ways` keeps completions that bring each of them, since they mostly do so whatever else is given.
        """
        seen: dict[Gate, Circuit] = {}
        stronger: list[Circuit] = []
        for verdict in self.order:
            mine: list[Circuit] = []
            left, found = Left(self.completions, given, stronger), False
            for rule in rules:
                circuit = rule.outcome.verdict is verdict and self.rule(rule.name)
                if circuit is False:
                    continue
                mine.append(circuit)
                if not found and left.has(circuit):
                    found = True
                    yield verdict  # who asks for no more than this spares the text a search for further topics
            if mine and not found and self._may(mine, stronger, given, seen, ways.setdefault(verdict, [])):
                yield verdict
            if True in mine:  # nothing weaker comes to pass
                return
            stronger.extend(mine)
        if self._may([True], stronger, given, seen, ways.setdefault(None, [])):
            yield None

    def forces(self, rules: Sequence[Rule], given: Given) -> list[tuple[Verdict, Circuit]]:
        """For each rule its verdict and whether it is in force, where more is known of some unknowns."""
        seen: dict[Gate, Circuit] = {}
        return [(rule.outcome.verdict, restrict(self.rule(rule.name), given, seen)) for rule in rules]

    def outcome(self, given: Given = _NOTHING) -> tuple[Verdict, ...]:
        """The possible verdicts of the whole request, in their order; `otherwise` where no rule may be in force."""
        won = self.won()
        if won is not None:
            left = self.completions.within(given)
            return tuple(verdict for verdict in self.order if won[verdict] & left)
        found = set(self.outcomes(given))
        return tuple(verdict for verdict in self.order if verdict in found)

    def won(self) -> dict[Verdict, int] | None:
        """The completions in which the request gets each verdict; None where there are too many to list."""
        few = self.completions
        if self.wins is None or self.wins[:2] != (few, few.count):
            candidates = self.candidates()
            if not few.take(self.rule(rule.name) for rule in candidates):
                return None
            left, found = few.all, dict[Verdict, int]()
            for verdict in self.order:
                mine = few.any_of(self.rule(rule.name) for rule in candidates if rule.outcome.verdict is verdict)
                found[verdict], left = mine & left, left & ~mine
            found[self.program.model.otherwise.verdict] |= left
            self.wins = few, few.count, found
        return self.wins[2]

    def outcomes(self, given: Given = _NOTHING) -> Iterator[Verdict]:
        """The same one by one, each at most twice."""
        rules = self.program.model.rules
        for verdict in self._verdicts([rules[name] for name in self.alive()], given, self.ways):
            yield self.program.model.otherwise.verdict if verdict is None else verdict

    def candidates(self) -> tuple[Rule, ...]:
        """The rules that may be in force, by name."""
        if self.able is None:
            rules = self.program.model.rules
            self.able = tuple(rules[name] for name in self.alive() if self.rule(name) is not False)
        return self.able


def _agree(one: Given, other: Given) -> bool:
    """Whether some completion is in line with both."""
    return all(unknown not in one or not one[unknown].isdisjoint(choices) for unknown, choices in other.items())


def judge(program: Program, situation: Situation, budget: Budget | None = None) -> Judge:
    """The judge of a situation."""
    unknowns = Unknowns(program.model, situation, program.comparisons, program.texts, program.lasting)
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
    opened.unknowns.made.update(judged.unknowns.made)
    for name in sorted(touched):
        opened.rule(name)
    return opened
