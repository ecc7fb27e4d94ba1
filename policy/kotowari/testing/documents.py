"""The shape of a file of cases, as its schema has it."""

from __future__ import annotations

from typing import TypedDict

Names = str | list[str]


class ReplyDocument(TypedDict, total=False):
    """`expect.reply`."""

    language: str
    says: Names
    avoids: Names


class _DemandNeeds(TypedDict):
    about: Names
    verdict: str


class DemandDocument(_DemandNeeds, total=False):
    """One of `expect.demands`."""

    rules: Names
    label: str


class ExpectDocument(TypedDict, total=False):
    """`expect`."""

    verdict: str
    rules: Names
    team: Names
    label: str
    demands: list[DemandDocument]
    ask: str
    reply: ReplyDocument


class _CaseNeeds(TypedDict):
    name: str


class CaseDocument(_CaseNeeds, total=False):
    """One of `cases`."""

    request: dict[str, object]
    expect: ExpectDocument
    todo: str
    table: list[list[object]]


class _FileNeeds(TypedDict):
    cases: list[CaseDocument]


class FileDocument(_FileNeeds, total=False):
    """A whole file."""

    now: str
