"""What benchmarks/adversarial.py does; how fast it is, is for a person to read."""

from __future__ import annotations

import pytest
from benchmarks import adversarial


def test_every_text_is_measured_beside_ordinary_ones(capsys: pytest.CaptureFixture[str]) -> None:
    assert adversarial.main(["1000"]) in {0, 1}
    header, *rows, _, worst = capsys.readouterr().out.splitlines()
    assert header.split() == ["text", "MB", "seconds", "µs/byte", "ordinary", "half"]
    assert len(rows) == 2 + len(adversarial.LATIN) + len(adversarial.SCRIPT)
    ratios = [float(row.split()[-2]) for row in rows]
    assert ratios.count(1.0) >= 2
    assert worst == f"worst: {max(ratios[1:]):.2f} times the cost of ordinary text (at most 2)"


@pytest.mark.parametrize("words", [["x"], ["10"], ["1000", "1000"]])
def test_wrong_options_are_told(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert adversarial.main(words) == 2
    assert capsys.readouterr().err.startswith("usage: ")
