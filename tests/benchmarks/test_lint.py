"""What benchmarks/lint.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import pytest
from benchmarks import lint


def test_a_policy_is_linted_and_told(capsys: pytest.CaptureFixture[str]) -> None:
    lint.run("few rules", lint.many_rules(24))
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("few rules: ")
    assert " compiled and checked); " in line


def test_the_table_has_a_thousand_rows_of_five_columns() -> None:
    rows = [line for line in lint.large_table(one_row=True).splitlines() if line.startswith("  | kind")]
    assert len(rows) == 1000
    assert {row.count("|") for row in rows} == {7}
