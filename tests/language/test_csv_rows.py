from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.language import nodes as n
from kotowari.language.csv_rows import as_written, read_csv
from kotowari.language.reading import Reading

TABLE = n.Table(NOWHERE, n.Name(NOWHERE, "t"), None, (), (), ())


def read(text: str) -> tuple[n.Table, Reading]:
    return read_csv(Source("t.csv", text), TABLE)


def words(table: n.Table) -> list[list[str | None]]:
    """The single words that the cells hold."""
    return [[_word(cell) for cell in row.cells if not isinstance(cell, n.OutcomeCell)] for row in table.rows]


def _word(cell: n.Cell | n.Name | None) -> str | None:
    match cell:
        case n.Cell(kind="any"):
            return ""
        case n.Cell(values=(n.Word(text=text),)):
            return text
        case _:
            return None


def exported(rows: Sequence[Sequence[str]], delimiter: str, *, quote_all: bool) -> str:
    stream = io.StringIO(newline="")
    dialect = csv.unix_dialect if quote_all else csv.excel
    csv.writer(stream, dialect, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return stream.getvalue()


CELLS = st.sampled_from(["free", "pro", "法人", "プロ", "a-b", ""])
GRIDS = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=5))


@given(rows=GRIDS, delimiter=st.sampled_from([",", ";", "\t"]), quote_all=st.booleans())
def test_what_a_spreadsheet_exports_is_what_is_read(rows: list[list[str]], delimiter: str, *, quote_all: bool) -> None:
    heads = [f"fact.{place}" for place in "abcd"[: len(rows[0]) if rows else 1]]
    written = [[*heads, "outcome"], *([*row, "accept because care" if any(row) else ""] for row in rows)]
    table, reading = read(exported(written, delimiter, quote_all=quote_all))
    assert not reading.faults
    assert [column.value.name if column and isinstance(column.value, n.FactValue) else None
            for column in table.columns] == [*heads, None]  # fmt: skip
    assert words(table) == [row for row in rows if any(row)]


@given(st.sampled_from(["", "sep=;\n", '"sep=,"\n']), st.text(alphabet='"",;\t\na 「」#\u3000', max_size=40))
def test_every_place_stays_where_it_is(said: str, rest: str) -> None:
    text = said + rest
    written = as_written(Source("t.csv", text)).text
    assert len(written) == len(text)
    assert all(new == old or old in '" ' or new in '" ' for old, new in zip(text, written, strict=True))


@given(st.sampled_from(["", "sep=;\n", "sep=,"]), st.text(alphabet='",;\t\na.1 「」#|≥-', max_size=60))
def test_whatever_stands_in_a_file_is_read_or_reported(said: str, rest: str) -> None:
    text = said + rest
    table, reading = read(text)
    lost = any(column is None for column in table.columns)
    assert reading.faults or not lost
    assert all(0 <= fault.span.start <= fault.span.end <= len(text) for fault in reading.faults)


def test_quotes_written_twice_are_the_quotes_of_a_text() -> None:
    table, reading = read('order.id,outcome\n"""P-1042""",accept\n"not ""A"", ""B""",accept\n')
    assert not reading.faults
    cells = [cell for row in table.rows for cell in row.cells if isinstance(cell, n.Cell)]
    found = [[value.text for value in cell.values if isinstance(value, n.String)] for cell in cells]
    assert found == [["P-1042"], ["A", "B"]]
    assert cells[0].span == Span("t.csv", 19, 27)


@pytest.mark.parametrize("said", ["sep={0}\n", "SEP={0}\n", '"sep={0}"\n', "sep={0}{0}{0}\n", "sep={0} \n"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|", "，"])
def test_the_first_line_may_say_what_parts_the_cells(said: str, mark: str) -> None:
    text = said.format(mark) + exported(
        [["customer.plan", "outcome"], ["free, pro;x", "accept because care"]],
        mark if mark != "，" else ";",
        quote_all=True,
    ).replace('";"', f'"{mark}"')
    table, reading = read(text)
    assert [fault.code for fault in reading.faults] == ["unexpected-character"]  # the semicolon
    assert [column.kind for column in table.columns if column] == ["value", "outcome"]
    assert len(table.rows) == 1


@pytest.mark.parametrize("text", ["sep=;", "sep=;\n", "\n"])
def test_a_file_that_only_says_what_parts_cells_has_none(text: str) -> None:
    table, reading = read(text)
    assert (table.columns, reading.faults) == ((), [])


@pytest.mark.parametrize(
    "text",
    [
        "customer.plan,outcome,,\nfree,accept,,\n,,,\n",
        "customer.plan;outcome\r\n \n free ; accept \n".replace("\r", ""),
        "customer.plan，outcome\nfree，accept",
        '"customer.plan","outcome"\n"free\n","accept"',
    ],
)
def test_blanks_do_not_count(text: str) -> None:
    table, reading = read(text)
    assert not reading.faults
    assert [len(row.cells) for row in table.rows] == [2]
    assert words(table)[0][0] == "free"


def test_a_comma_within_the_first_heads_quotes_parts_no_cells() -> None:
    table, reading = read('"customer.plan";"outcome"\n"a, b";accept because x\n')
    assert not reading.faults
    assert [column.kind for column in table.columns if column] == ["value", "outcome"]


def test_too_many_rows_are_reported_not_read() -> None:
    table, reading = read("customer.plan\n" + "free\n" * 6000)
    assert [fault.code for fault in reading.faults] == ["table-too-large"]
    assert len(table.rows) == 5000


def test_an_empty_file_has_no_rows() -> None:
    assert read("")[0] == TABLE
    assert not read("\n\n")[0].columns
