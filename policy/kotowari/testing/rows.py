"""The rows of a case's table, each as a case of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import cast

from kotowari.cases.expectation import OPEN
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import comma_list, say
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.model.takes import given, short
from kotowari.record import record
from kotowari.testing.documents import CaseDocument, ExpectDocument
from kotowari.testing.trial import KEY
from kotowari.testing.yaml_places import Path, Places

_OF_REQUEST = ("id", "text", "language", "now", "unavailable")
_OF_EXPECT = ("verdict", "rules", "team", "label", "ask")
_OTHER = ("name", "todo")
_LISTS = ("rules", "team")
_VERDICTS = ("accept", "decline", "escalate", OPEN)
# In a column of facts: nobody says what it is.
_UNKNOWN = "unknown"


@record(frozen=False)
class Draft:
    """A case before its request is read. `places` are as in a Trial."""

    name: str
    span: Span
    request: dict[str, object]
    expect: ExpectDocument
    todo: str | None
    places: dict[str, Span] = field(default_factory=dict[str, Span])


def drafts(case: CaseDocument, path: Path, places: Places, own: Mapping[str, Span]) -> Iterator[Draft | Diagnostic]:
    """The case itself or, with a table, one for each row; `own` are the places of what stands outside the table."""
    name, span = case["name"], places.value((*path, "name"))
    base = Draft(name, span, case.get("request", {}), case.get("expect", {}), case.get("todo"), dict(own))
    if "table" not in case:
        yield base
        return
    table, at = case["table"], (*path, "table")
    columns = cast("list[str]", table[0])
    wrong = list(_wrong_columns(columns, at, places))
    yield from wrong
    for number, row in enumerate(table[1:], 1):
        if len(row) != len(columns):
            yield _ragged(row, columns, places.value((*at, number)))
        elif not wrong:
            bad = list(_wrong_cells(columns, row, (*at, number), places))
            yield from bad
            if not bad:
                yield _row(base, columns, row, (*at, number), places)


def _wrong_columns(columns: list[str], at: Path, places: Places) -> Iterator[Diagnostic]:
    known = (*_OF_REQUEST, *_OF_EXPECT, *_OTHER)
    for number, column in enumerate(columns):
        span = places.value((*at, 0, number))
        if column in columns[:number]:
            message = say("the column `{column}` stands twice", column=short(column))
            yield Diagnostic("bad-case", message, span, help=say("keep one of them"))
        elif "." not in column and column not in known:
            meant = nearest(column, known)
            yield Diagnostic(
                "bad-case",
                say("`{column}` is no column of a table", column=short(column)),
                span,
                label=say("did you mean `{name}`?", name=meant) if meant else "",
                help=say("a column is a fact, or one of {names}", names=comma_list(f"`{name}`" for name in known)),
            )


def _ragged(row: list[object], columns: list[str], span: Span) -> Diagnostic:
    cells = say("1 cell") if len(row) == 1 else say("{count} cells", count=len(row))
    return Diagnostic(
        "bad-case",
        say("this row has {cells}, and the first row names {count}", cells=cells, count=len(columns)),
        span,
        help=say("write `unknown` for a fact that nobody gave, and `~` where a row expects nothing"),
    )


def _wrong_cells(columns: list[str], row: list[object], at: Path, places: Places) -> Iterator[Diagnostic]:
    """Cells that are not what their columns take; facts and the rest of the request are read later."""
    for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
        span = places.value((*at, number))
        if cell is None or column not in (*_OF_EXPECT, *_OTHER):
            continue
        if not all(isinstance(name, str) and name for name in _names(cell, column)):
            message = say("the column `{column}` takes a text, not `{given}`", column=column, given=given(cell))
            yield Diagnostic("bad-case", message, span, help=say("put it in quotes"))
        elif column == "verdict" and cell not in _VERDICTS:
            meant = nearest(str(cell), _VERDICTS)
            yield Diagnostic(
                "bad-case",
                say("`{given}` is no verdict", given=given(cell)),
                span,
                label=say("did you mean `{name}`?", name=meant) if meant else "",
                help=say(
                    "a verdict is one of {verdicts}", verdicts=comma_list(f"`{verdict}`" for verdict in _VERDICTS)
                ),
            )


def _names(cell: object, column: str) -> list[object]:
    """The names of a cell: one or, where the column takes that, a list."""
    return cast("list[object]", cell) if column in _LISTS and type(cell) is list else [cell]


def _row(base: Draft, columns: list[str], row: list[object], at: Path, places: Places) -> Draft:
    cells = dict(zip(columns, row, strict=True))
    spans = {column: places.value((*at, number)) for number, column in enumerate(columns)}
    heads = {column: places.value((*at[:-1], 0, number)) for number, column in enumerate(columns)}
    own = cells.get("name")
    draft = Draft(
        name=f"{base.name}/{at[-1] if own is None else given(own)}",
        span=spans["name"] if own is not None else places.value(at),
        request={**base.request, "facts": _facts(base, cells)},
        expect=cast("ExpectDocument", {**base.expect, **_given(cells, _OF_EXPECT)}),
        todo=base.todo if cells.get("todo") is None else str(cells["todo"]),
        places=dict(base.places),
    )
    draft.request |= _given(cells, _OF_REQUEST)
    for column, span in spans.items():
        kind = "request.facts." if "." in column else "request." if column in _OF_REQUEST else "expect."
        if column not in _OTHER:
            draft.places[kind + column] = span
            draft.places[f"{kind}{column}{KEY}"] = heads[column]
    return draft


def _facts(base: Draft, cells: Mapping[str, object]) -> dict[str, object]:
    """The facts of the case and of its row; what the row calls unknown is so, whatever the case says."""
    both = flat(base.request.get("facts")) | {column: cell for column, cell in cells.items() if "." in column}
    return {name: value for name, value in both.items() if cells.get(name) != _UNKNOWN}


def _given(cells: Mapping[str, object], keys: tuple[str, ...]) -> dict[str, object]:
    return {key: cells[key] for key in keys if cells.get(key) is not None}


def flat(facts: object, prefix: str = "") -> dict[str, object]:
    """Facts by their dotted names."""
    if not isinstance(facts, Mapping):
        return {}
    found: dict[str, object] = {}
    for key, value in cast("Mapping[str, object]", facts).items():
        found |= flat(cast("object", value), f"{prefix}{key}.") if isinstance(value, Mapping) else {prefix + key: value}
    return found
