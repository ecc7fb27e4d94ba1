"""Proposals, ready to paste: lines for rules, and cases for files, each with what it is there for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from typing import cast

from kotowari.cases.aims import Lack
from kotowari.model.model import Model
from kotowari.record import record
from kotowari.testing.proposal import Proposal, free_name
from kotowari.testing.record import Place
from kotowari.testing.suggest import Suggested
from kotowari.testing.trial import Kind
from kotowari.testing.yaml_text import to_yaml

_INDENT = "  "
# What belongs to an exception stands deeper than the word.
_DEEPER = "    "


@record
class Reason:
    """A proposal with what it is there for, in words; texts of one `group` that are decided alike share a case."""

    proposal: Proposal
    said: str
    group: str | None = None


@record(frozen=False)
class Block:
    """What belongs into one place: lines below a rule, or cases of a file. `comments` say what each is there for."""

    file: str
    rule: str | None
    indent: str = _INDENT
    comments: list[str] = field(default_factory=list[str])
    written: list[str] = field(default_factory=list[str])

    def add(self, comment: str, written: str) -> None:
        """Takes in a line or a case."""
        self.comments.append(comment)
        self.written.append(written)

    def text(self) -> str:
        """The whole, to paste; of the same comment the first is enough."""
        lines = ["" if self.rule is not None else "cases:\n"]
        told = ""
        for comment, written in zip(self.comments, self.written, strict=True):
            lines += [] if comment == told else [f"{self.indent}# {comment}\n"]
            lines.append(written)
            told = comment
        return "".join(lines)


def blocks(model: Model, reasons: Iterable[Reason], taken: set[str]) -> Sequence[Block]:
    """The proposals by where they belong; `taken` are the names of cases that there are."""
    found: dict[tuple[str, str | None], Block] = {}
    tables: dict[str, list[Reason]] = {}
    for one in reasons:
        proposal = one.proposal
        indent = _indent(model, proposal)
        block = found.setdefault((proposal.place, proposal.rule), Block(proposal.place, proposal.rule, indent))
        if proposal.kind is not Kind.CASE:
            block.add(one.said, f"{indent}{proposal.line(model)}\n")
        elif one.group is None:
            block.add(one.said, listed(proposal.case(model, taken)))
        else:
            tables.setdefault(_key(model, one), []).append(one)
    for alike in tables.values():
        first = alike[0]
        found[first.proposal.place, None].add(first.said, listed(_table(model, alike, taken)))
    return sorted(found.values(), key=lambda block: (block.rule is None, block.file))


def listed(data: Mapping[str, object]) -> str:
    """A case as an entry of the list of cases."""
    return "".join(f"{_INDENT}{line}" for line in to_yaml([data]).splitlines(keepends=True))


def _key(model: Model, one: Reason) -> str:
    """What tells texts apart that are not decided alike, or not on the same facts."""
    request, data = _without_text(model, one.proposal)
    return repr((one.proposal.place, one.group, request, data["expect"]))


def _without_text(model: Model, proposal: Proposal) -> tuple[dict[str, object], dict[str, object]]:
    data = proposal.case(model, set())
    request = {key: value for key, value in cast("dict[str, object]", data["request"]).items() if key != "text"}
    return request, data


def _table(model: Model, alike: Sequence[Reason], taken: set[str]) -> dict[str, object]:
    """Texts that are decided alike, as one case with a row for each."""
    request, data = _without_text(model, alike[0].proposal)
    name = free_name(f"words of {alike[0].group}", taken)
    texts = dict.fromkeys(one.proposal.asked.request.text or "" for one in alike)
    table = [["text"], *([text] for text in texts)]
    return {"name": name, **({"request": request} if request else {}), "expect": data["expect"], "table": table}


def pasted(model: Model, one: Proposal, taken: set[str]) -> str:
    """An example or a case as it is to be pasted; it ends with a line feed."""
    if one.kind is Kind.CASE:
        return listed(one.case(model, taken))
    return f"{_indent(model, one)}{one.line(model)}\n"


def _indent(model: Model, one: Proposal) -> str:
    return _DEEPER if one.rule is not None and model.rules[one.rule].parent is not None else _INDENT


def proposal_record(model: Model, one: Proposal, taken: set[str]) -> dict[str, object]:
    """A proposal as data: as text, and where it belongs."""
    return {"kind": one.kind.value, "file": one.place, "rule": one.rule, "text": pasted(model, one, taken)}


def suggestions_record(
    model: Model, found: Iterable[Suggested], place: Place, taken: set[str]
) -> list[dict[str, object]]:
    """Suggestions as data, as `schemas/test-results.schema.json` says; `place` writes a place as `money.rules:7`."""
    return [
        {
            "lack": one.aim.lack.value,
            "name": one.aim.unit.name,
            "source": place(one.aim.span),
            "text": one.aim.text,
            "truth": one.aim.truth if one.aim.lack in (Lack.CLAUSE, Lack.SIDE) else None,
            "language": one.aim.language,
            "topic": one.aim.topic,
            "proposal": one.proposal and proposal_record(model, one.proposal, taken),
        }
        for one in found
    ]
