"""A request that somebody may take into the policy's examples or cases, with what the policy decides on it now."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.api import Decision
from kotowari.cases.compare import teams_of, verdict_name
from kotowari.cases.expectation import OPEN, Expectation, ExpectedDemand
from kotowari.engine.decision import Demand
from kotowari.model.model import Model
from kotowari.record import record
from kotowari.testing.case_files import FOLDER
from kotowari.testing.pasted import case_data, example_line
from kotowari.testing.scenes import Asked
from kotowari.testing.trial import Kind

_LONGEST_NAME = 70


@record
class Proposal:
    """A request with how it is best written: as an example or counterexample of `rule`, or as a case.

    `file` is the file of rules that it is about, `about` says in a few words what it is there for.
    """

    kind: Kind
    rule: str | None
    file: str
    about: str
    asked: Asked
    expected: Expectation

    @property
    def place(self) -> str:
        """The file that it belongs into."""
        if self.kind is not Kind.CASE:
            return self.file
        stem = self.file.rpartition("/")[2].rpartition(".")[0]
        return f"{FOLDER}/{stem}.yaml"

    def line(self, model: Model) -> str:
        """The example or counterexample, as a line of its rule."""
        return example_line(
            model, self.asked.request, self.asked.facts,
            holds=self.kind is Kind.EXAMPLE, gives=self.expected.verdict,
        )  # fmt: skip

    def case(self, model: Model, taken: set[str]) -> dict[str, object]:
        """The case, with a name that is not `taken` yet, and then is."""
        name = free_name(self.about, taken)
        return case_data(model, name, self.asked.request, self.asked.facts, expect_data(self.expected))


def free_name(words: str, taken: set[str]) -> str:
    """These words as the name of a case, with a number where that is taken."""
    short = words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"
    name, number = short, 1
    while name in taken:
        number += 1
        name = f"{short} ({number})"
    taken.add(name)
    return name


def decided_as(decision: Decision, *, label: bool = False, demands: bool = False) -> Expectation:
    """What came of a decision, as a case expects it: the verdict, its rules and teams, and what else is wanted."""
    ruling = decision.ruling
    labels = sorted(demand.label for demand in ruling.demands if demand.verdict is ruling.verdict and demand.label)
    rules = frozenset(rule.name for rule in ruling.rules)
    teams = teams_of(decision.policy.model, ruling)
    return Expectation(
        verdict=verdict_name(ruling.verdict),
        rules=rules if rules or ruling.outcome is not None else None,
        teams=teams or None,
        label=labels[0] if label and labels else None,
        demands=tuple(map(_demand, ruling.demands)) or None if demands else None,
    )


def _demand(demand: Demand) -> ExpectedDemand:
    rules = frozenset(rule.name for rule in demand.rules)
    return ExpectedDemand(frozenset(demand.about), verdict_name(demand.verdict), rules or None, demand.label)


def expect_data(expected: Expectation) -> Mapping[str, object]:
    """`expect` as the data of a file of cases."""
    found: dict[str, object] = {"verdict": expected.verdict or OPEN}
    for key, names in (("rules", expected.rules), ("team", expected.teams)):
        if names is not None:
            found[key] = sorted(names)
    if expected.label is not None:
        found["label"] = expected.label
    if expected.demands is not None:
        found["demands"] = [_demand_data(demand) for demand in expected.demands]
    return found


def _demand_data(demand: ExpectedDemand) -> dict[str, object]:
    found: dict[str, object] = {"about": sorted(demand.about), "verdict": demand.verdict}
    if demand.rules is not None:
        found["rules"] = sorted(demand.rules)
    if demand.label is not None:
        found["label"] = demand.label
    return found
