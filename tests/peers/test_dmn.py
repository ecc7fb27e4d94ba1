"""Decision tables that others wrote, with the results that their tests expect.

They stay in the folder `shared` beside the checkout; without it only the table that stands here is tried.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest
from tests.conftest import SHARED
from tests.peers.dmn import Input, Table, Value, read_cases, read_tables

FOLDERS = sorted((SHARED / "peer" / "dmn-tck").glob("*"))
AGE = Input("Age", "peer.input0", "number", {})
RISK = Input("Risk", "peer.input1", "string", {"High": "text1", "Low": "text2"})
ROWS = (("[18..65)", '"Low"'), (">=65", "-"), ("<18", 'not("High")'), ("-", '"High","Low"'))
GIVES = ((Decimal(3),), (Decimal(1),), (Decimal(2),), (Decimal(1),))


def table(hit: str, aggregation: str | None = None) -> Table:
    order = (Decimal(1), Decimal(2), Decimal(3))
    return Table(hit, aggregation, (AGE, RISK), ("",), (order,), ROWS, GIVES)


@pytest.mark.parametrize(
    ("age", "risk", "rows"),
    [
        (18, "Low", [0, 3]),
        (65, "Low", [1, 3]),
        (64, "High", [3]),
        (17, "High", [3]),
        (17, "None", [2]),
        (30, "None", []),
    ],
)
def test_rows_that_fire(age: int, risk: str, rows: list[int]) -> None:
    assert table("COLLECT").firing({"Age": Decimal(age), "Risk": risk}) == rows


@pytest.mark.parametrize(
    ("hit", "aggregation", "result"),
    [
        ("FIRST", None, {"": Decimal(3)}),
        ("PRIORITY", None, {"": Decimal(1)}),
        ("RULE ORDER", None, [{"": Decimal(3)}, {"": Decimal(1)}]),
        ("OUTPUT ORDER", None, [{"": Decimal(1)}, {"": Decimal(3)}]),
        ("COLLECT", "SUM", {"": Decimal(4)}),
        ("COLLECT", "MIN", {"": Decimal(1)}),
        ("COLLECT", "MAX", {"": Decimal(3)}),
        ("COLLECT", "COUNT", {"": Decimal(2)}),
    ],
)
def test_hit_policies(hit: str, aggregation: str | None, result: object) -> None:
    given: dict[str, Value | None] = {"Age": Decimal(18), "Risk": "Low"}
    assert table(hit, aggregation).result(given) == result


def test_where_no_row_fires_there_is_no_result() -> None:
    given: dict[str, Value | None] = {"Age": Decimal(30), "Risk": "None"}
    assert table("UNIQUE").result(given) == {"": None}
    assert table("RULE ORDER").result(given) == []
    assert table("COLLECT", "SUM").result(given) == {"": None}


def test_the_tables_of_others_are_there() -> None:
    if not SHARED.is_dir():
        pytest.skip("the folder `shared` is not beside this checkout")
    assert len(FOLDERS) == 10


def in_order(result: object, *, sort: bool) -> object:
    return sorted(cast("list[object]", result), key=str) if sort and isinstance(result, list) else result


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_rows_that_fire_give_what_others_expect(folder: Path) -> None:
    tables = {name: found for path in sorted(folder.glob("*.dmn")) for name, found in read_tables(path).items()}
    cases = [case for path in sorted(folder.glob("*.xml")) for case in read_cases(path)]
    assert tables
    assert cases
    for case in cases:
        for name, expected in case.expected.items():
            result = tables[name].result(case.given)
            unordered = tables[name].hit == "COLLECT"
            assert in_order(result, sort=unordered) == in_order(expected, sort=unordered), case.name
