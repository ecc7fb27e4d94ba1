"""The decision as data (`kotowari.decision/1`), typed as far as the command line reads it."""

from __future__ import annotations

from typing import NotRequired, TypeAlias, TypedDict

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class RuleUse(TypedDict):
    """A rule that had a say."""

    rule: str
    because: list[str]
    source: str
    about: NotRequired[list[str]]
    verdict: NotRequired[str]


class Demand(TypedDict):
    """One thing that was asked for; `about` is empty for the request as a whole."""

    about: list[str]
    verdict: str | None
    possible: list[str]
    label: str | None
    grant: Json
    rules: list[RuleUse]
    also: list[RuleUse]


class SetAside(TypedDict):
    """A rule that another one overrides."""

    rule: str
    by: str


class Assumed(TypedDict):
    """A default that a condition used."""

    fact: str
    value: Json


class Read(TypedDict):
    """A fact that was read from the text."""

    fact: str
    value: Json
    start: int
    end: int
    text: str


class Evidence(TypedDict):
    """Words of the customer that mention a topic."""

    fact: str
    topic: str
    start: int
    end: int
    text: str
    denied: bool
    source: str


class Clause(TypedDict):
    """A condition as it was found: `truth` is `true`, `false` or `unknown`."""

    clause: str
    truth: str
    value: NotRequired[Json]
    parts: list[Clause]


class Reason(TypedDict):
    """A rule and its condition as it was found."""

    rule: str
    condition: Clause


class When(TypedDict):
    """How a fact would have to be."""

    op: str
    value: Json


class Branch(TypedDict):
    """Which verdicts an answer leaves possible."""

    when: When
    possible: list[str]


class Question(TypedDict):
    """A fact to ask for."""

    fact: str
    question: str | None
    ask_customer: str | None
    branches: list[Branch]


class Setting(When):
    """A fact and how it would have to be."""

    fact: str


class Change(TypedDict):
    """Facts that would give another verdict."""

    set: list[Setting]
    verdict: str


class Reply(TypedDict):
    """What to send to the customer."""

    language: str
    text: str


class Handover(TypedDict):
    """What goes to a team; `respond_by` is ISO 8601."""

    to: str
    respond_by: str | None
    note: str


class Request(TypedDict):
    """The request as decided on, as far as it is shown."""

    text: NotRequired[str | None]


class Decision(TypedDict):
    """A whole decision."""

    now: str
    verdict: str | None
    possible: list[str]
    exact: bool
    demands: list[Demand]
    rules: list[RuleUse]
    set_aside: list[SetAside]
    undetermined: list[RuleUse]
    assumed: list[Assumed]
    read: list[Read]
    evidence: list[Evidence]
    reasons: list[Reason]
    ask: list[Question]
    changes: list[Change]
    do: list[str]
    reply: Reply | None
    handovers: list[Handover]
    request: NotRequired[Request]
