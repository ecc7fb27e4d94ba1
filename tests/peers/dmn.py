"""Decision tables of the DMN standard (OMG, Decision Model and Notation 1.5) as tables of the rule language.

What a row gives has no place in a rule, so it is kept beside it: the rows that fire, read as the table's hit policy
says, give the results. Entries of the kinds that decision tables of conformance level 2 have are understood:
comparisons, intervals, `not(…)`, lists of values, numbers, texts, true and false.
"""

from __future__ import annotations

import csv
import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import Final

import kotowari

Value = Decimal | str | bool
Row = tuple[Value, ...]

_FRAME: Final = """
policy peer en "Peer"
  edition 1
  languages en
  zone "UTC"
  otherwise accept because peer
  unanswered accept because peer
value peer
  en "Others decide as we do."
team peer en "Peers" answers within 1 day
usual script
  en answer "Done."
"""
_COMPARED: Final = re.compile(r"(<=|>=|<|>)\s*(-?[0-9.]+)")
_INTERVAL: Final = re.compile(r"([\[(\]])\s*(-?[0-9.]+)\s*\.\.\s*(-?[0-9.]+)\s*([\])\[])")
_WORDS: Final = {"<": "less than", "<=": "at most", ">": "more than", ">=": "at least"}


@dataclass(frozen=True)
class Input:
    """A column that is asked: what DMN calls it, its fact, and the number of each text that it may hold."""

    name: str
    fact: str
    kind: str
    texts: Mapping[str, str]

    def declared(self) -> str:
        match self.kind:
            case "boolean":
                return "yes or no or none"
            case "number":
                return "number or none"
            case _:
                return f"one of {', '.join([*self.texts.values(), 'other'])} or none"

    def given(self, value: Value | None) -> object:
        return self.texts.get(value, "other") if isinstance(value, str) else value

    def cells(self, entry: str) -> tuple[str, str]:
        """An entry as two cells on the same fact; both have to hold."""
        entry = entry.strip()
        negated = re.fullmatch(r"not\s*\((.*)\)", entry, re.DOTALL)
        if negated:
            return f"not {self._values(negated[1])}", ""
        if compared := _COMPARED.fullmatch(entry):
            return f"{_WORDS[compared[1]]} {compared[2]}", ""
        if interval := _INTERVAL.fullmatch(entry):
            low = "at least" if interval[1] == "[" else "more than"
            high = "at most" if interval[4] == "]" else "less than"
            return f"{low} {interval[2]}", f"{high} {interval[3]}"
        return ("", "") if entry in {"", "-"} else (self._values(entry), "")

    def _values(self, entry: str) -> str:
        return ", ".join(_shown(self.given(value)) for value in _listed(entry))


def _shown(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


@dataclass(frozen=True)
class Table:
    """A decision table: its columns, the entries of its rows, and what each row gives."""

    hit: str
    aggregation: str | None
    inputs: tuple[Input, ...]
    outputs: tuple[str, ...]
    priorities: tuple[tuple[Value, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    gives: tuple[Row, ...]

    def files(self) -> dict[str, str]:
        facts = "\n".join(f"fact {each.fact} is {each.declared()}" for each in self.inputs)
        stream = io.StringIO()
        heads = [head for each in self.inputs for head in (each.fact, each.fact)]
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow(["name", *heads, "outcome"])
        for number, row in enumerate(self.rows):
            cells = [cell for each, entry in zip(self.inputs, row, strict=True) for cell in each.cells(entry)]
            writer.writerow([f"row{number}", *cells, "accept because peer"])
        table = 'table peer-table from "peer.csv"\n  every row\n'
        return {"peer.rules": f"{_FRAME}{facts}\n{table}", "peer.csv": "\ufeff" + stream.getvalue()}

    @cached_property
    def policy(self) -> kotowari.Policy:
        return kotowari.compile_policy(self.files())

    def firing(self, given: Mapping[str, Value | None]) -> list[int]:
        """The rows in force, in their order."""
        facts = {each.fact: each.given(given.get(each.name)) for each in self.inputs}
        decision = self.policy.decide({"facts": facts})
        return [number for number in range(len(self.rows)) if decision.judge.rule(f"row{number}") is True]

    def result(self, given: Mapping[str, Value | None]) -> object:
        """What the rows that fire give together, by the hit policy: a row, a list of rows, a number, or None."""
        rows = [self.gives[number] for number in self.firing(given)]
        match self.hit:
            case "RULE ORDER" | "COLLECT" if self.aggregation is None:
                return [self._named(row) for row in rows]
            case "OUTPUT ORDER":
                return [self._named(row) for row in sorted(rows, key=self._priority)]
            case "COLLECT":
                return {"": _aggregated(self.aggregation or "", [row[0] for row in rows])}
            case "PRIORITY":
                rows.sort(key=self._priority)
            case "FIRST":
                pass
            case _:
                assert len(set(rows)) <= 1, f"{self.hit}: rows that fire together give different results"
        return self._named(rows[0]) if rows else {"": None}

    def _named(self, row: Row) -> dict[str, Value]:
        return dict(zip(self.outputs, row, strict=True))

    def _priority(self, row: Row) -> list[int]:
        pairs = zip(row, self.priorities, strict=True)
        return [allowed.index(value) if value in allowed else len(allowed) for value, allowed in pairs]


def _aggregated(how: str, values: Sequence[Value]) -> Value | None:
    numbers = [value for value in values if isinstance(value, Decimal)]
    if how == "COUNT":
        return Decimal(len(set(values)))
    if not numbers:
        return None
    return {"SUM": sum(numbers, Decimal()), "MIN": min(numbers), "MAX": max(numbers)}[how]


# --- reading ----------------------------------------------------------------------------------------------------------


def read_value(text: str) -> Value:
    text = text.strip()
    if text.startswith('"'):
        return text.strip('"')
    return text == "true" if text in {"true", "false"} else Decimal(text)


def _listed(text: str) -> list[Value]:
    return [read_value(part) for part in re.findall(r'"[^"]*"|[^,\s]+', text)]


def read_tables(path: Path) -> dict[str, Table]:
    """The decision tables of a file, by the name of their decision."""
    root = ET.parse(path).getroot()  # noqa: S314 - a file that the tests bring along
    return {
        decision.get("name", ""): _table(table)
        for decision in _all(root, "decision")
        for table in _all(decision, "decisionTable")
    }


def _table(table: ET.Element) -> Table:
    rows = [_texts(rule, "inputEntry") for rule in _all(table, "rule")]
    inputs = [_input(number, column, rows) for number, column in enumerate(_all(table, "input"))]
    outputs = list(_children(table, "output"))
    return Table(
        table.get("hitPolicy", "UNIQUE"),
        table.get("aggregation"),
        tuple(inputs),
        tuple(output.get("name") or "" for output in outputs),
        tuple(tuple(_values(output, "outputValues")) for output in outputs),
        tuple(tuple(row) for row in rows),
        tuple(
            tuple(read_value(text) for text in _texts(rule, "outputEntry")) for rule in _all(table, "rule")
        ),
    )  # fmt: skip


def _input(number: int, column: ET.Element, rows: Sequence[Sequence[str]]) -> Input:
    expression = next(_all(column, "inputExpression"))
    kind = (expression.get("typeRef") or "string").split(":")[-1]
    named = {found for row in rows for found in re.findall(r'"([^"]*)"', row[number])}
    named |= {str(value) for value in _values(column, "inputValues") if isinstance(value, str)}
    counter = count(1)
    return Input(
        _texts(column, "inputExpression")[0],
        f"peer.input{number}",
        "number" if kind in {"number", "integer", "decimal", "double"} else kind,
        {text: f"text{next(counter)}" for text in sorted(named)},
    )


def _values(column: ET.Element, name: str) -> Iterator[Value]:
    for text in _texts(column, name):
        yield from _listed(text)


def _texts(element: ET.Element, name: str) -> list[str]:
    """The text within each child of this name."""
    return [(text.text or "").strip() for child in _children(element, name) for text in _all(child, "text")]


def _all(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return element.iterfind(f".//{{*}}{name}")


def _children(element: ET.Element, name: str) -> Iterator[ET.Element]:
    return element.iterfind(f"{{*}}{name}")


# --- what is expected -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A test: what is given, and for each decision what is expected."""

    name: str
    given: Mapping[str, Value | None]
    expected: Mapping[str, object]


def read_cases(path: Path) -> Iterator[Case]:
    root = ET.parse(path).getroot()  # noqa: S314 - a file that the tests bring along
    for case in _all(root, "testCase"):
        given = {node.get("name", ""): _typed(next(_all(node, "value"))) for node in _children(case, "inputNode")}
        nodes = list(_children(case, "resultNode"))
        expected = {node.get("name", ""): _expected(next(_children(node, "expected"))) for node in nodes}
        yield Case(case.get("id", ""), given, expected)


def _expected(expected: ET.Element) -> object:
    lists = list(_children(expected, "list"))
    if lists:
        return [_row(item) for item in _children(lists[0], "item")]
    return _row(expected)


def _row(element: ET.Element) -> dict[str, Value | None]:
    """The components by name; a single value has the empty name."""
    components = list(_children(element, "component"))
    if components:
        return {part.get("name", ""): _typed(next(_children(part, "value"))) for part in components}
    return {"": _typed(next(_children(element, "value")))}


def _typed(value: ET.Element) -> Value | None:
    if any(key.endswith("nil") and text == "true" for key, text in value.attrib.items()):
        return None
    kind = next((text for key, text in value.attrib.items() if key.endswith("type")), "string").split(":")[-1]
    text = (value.text or "").strip()
    match kind:
        case "boolean":
            return text == "true"
        case "decimal" | "double" | "integer" | "int":
            return Decimal(text)
        case _:
            return text
