"""What benchmarks/cases.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import pytest
from benchmarks import cases


@pytest.mark.parametrize("pack", ["starter", "retail"])
def test_as_many_cases_as_wanted_pass(capsys: pytest.CaptureFixture[str], pack: str) -> None:
    assert cases.main(["60", "--pack", pack]) in {0, 1}
    *times, last = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in times] == ["loading", "starting", "reading", "checking", "running"]
    assert last.startswith("60 cases, 0 bad, ")


@pytest.mark.parametrize("words", [["x"], ["0"], ["1", "2"]])
def test_wrong_options_are_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cases.main(words)
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: ")
