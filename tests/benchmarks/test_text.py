"""What benchmarks/text.py counts, on small data made up for it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from benchmarks import text

import kotowari


def write(folder: Path, name: str, rows: Sequence[Mapping[str, object]]) -> Path:
    """A folder of data with one set in it."""
    file = folder / text.SETS[name].file
    file.parent.mkdir()
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return folder


PAIRS = (
    [("accept", "accept")] * 6 + [("accept", "decline")] * 2 + [("decline", "decline")] * 3 + [("decline", "accept")]
)


def test_the_scores_of_outcomes() -> None:
    scores = text.outcome_scores(PAIRS)
    assert list(scores) == ["accept", "decline"]
    assert (scores["accept"].precision.hits, scores["accept"].precision.of) == (6, 7)
    assert (scores["accept"].recall.hits, scores["accept"].recall.of) == (6, 8)
    assert scores["accept"].f1 == pytest.approx(12 / 15)
    assert scores["decline"].f1 == pytest.approx(6 / 9)
    assert text.macro_f1(PAIRS) == pytest.approx((12 / 15 + 6 / 9) / 2)


def test_an_outcome_that_nobody_expects_costs_precision_but_is_no_part_of_the_mean() -> None:
    pairs = [("accept", "accept"), ("accept", "open")]
    assert text.outcome_scores(pairs)["open"].recall.of == 0
    assert text.macro_f1(pairs) == pytest.approx(2 / 3)


def test_the_interval_of_a_share_is_wilsons() -> None:
    # Newcombe (1998), table I: 81 of 263 gives 0.2553 to 0.3662, and 0 of 20 gives 0 to 0.1611.
    some, none = text.share(81, 263), text.share(0, 20)
    assert (round(some.low, 4), round(some.high, 4)) == (0.2553, 0.3662)
    assert (none.low, round(none.high, 4)) == (0.0, 0.1611)
    assert text.share(0, 0) == text.Share(0, 0, 0.0, 0.0, 1.0)


def test_the_bootstrap_repeats_itself_and_holds_the_value() -> None:
    first, second = (text.estimate(PAIRS, text.macro_f1) for _ in range(2))
    assert first == second
    assert first.low < first.value < first.high
    assert text.estimate([("accept", "accept")] * 3, text.macro_f1) == text.Estimate(1.0, 1.0, 1.0)


def test_topics_count_each_mention() -> None:
    pairs = [
        (frozenset({"meals", "rooms"}), frozenset({"meals"})),
        (frozenset({"meals"}), frozenset({"meals", "baths"})),
        (frozenset[str](), frozenset[str]()),
    ]
    scores = text.topic_scores(pairs)
    assert (scores["meals"].f1, scores["rooms"].f1, scores["baths"].f1) == (1.0, 0.0, 0.0)
    together = text.micro(scores.values())
    assert (together.precision.hits, together.precision.of, together.recall.of) == (2, 3, 3)
    assert together.f1 == pytest.approx(2 / 3)


def test_denial_counts_the_mentions_that_were_found_alone() -> None:
    both, meals, nothing = frozenset({"meals", "rooms"}), frozenset({"meals"}), frozenset[str]()
    shares = text.denial(
        [
            ((both, meals), (both, meals)),  # the rooms are denied, and seen so
            ((both, meals), (both, both)),  # they are denied, and taken for wanted
            ((both, both), (meals, nothing)),  # the meals are wanted, and taken for denied; the rooms are not found
        ]
    )
    assert (shares["denied seen as denied"].hits, shares["denied seen as denied"].of) == (1, 2)
    assert (shares["wanted kept wanted"].hits, shares["wanted kept wanted"].of) == (2, 3)


def test_folds_part_the_requests() -> None:
    names = [f"question-{number}" for number in range(200)]
    folds = [text.fold_of(name, 4) for name in names]
    assert set(folds) == {1, 2, 3, 4}
    assert folds == [text.fold_of(name, 4) for name in names]


def test_a_fold_holds_its_part_of_a_file(tmp_path: Path) -> None:
    data = write(tmp_path, "bank", [{"id": f"q{number}"} for number in range(40)])
    parts = [text.rows(data / "bank" / "questions.jsonl", (part, 3)) for part in (1, 2, 3)]
    assert sorted(str(row["id"]) for part in parts for row in part) == sorted(f"q{number}" for number in range(40))


BANK = [
    {"id": "b1", "text": "I lost my card", "expected": "escalate:fraud"},
    {"id": "b2", "text": "Where is the nearest \x1b[31mATM?", "expected": "decline"},
]


def test_the_bank_is_measured_with_its_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert text.main([str(write(tmp_path, "bank", BANK)), "--set", "bank", "--json"]) == 0
    report = json.loads(capsys.readouterr().out)[0]
    assert report["confusion"] == {"decline > accept": 1, "escalate:fraud > escalate:fraud": 1}
    assert report["estimates"]["macro F1"]["value"] == 0.5
    assert [wrong["id"] for wrong in report["wrong"]] == ["b2"]


def test_what_is_wrong_is_listed_without_what_a_terminal_obeys(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert text.main([str(write(tmp_path, "bank", BANK)), "--errors"]) == 0
    shown = capsys.readouterr().out
    assert "b2: decline > accept | Where is the nearest \\x1b[31mATM?" in shown
    assert "\x1b" not in shown


def test_without_data_there_is_nothing_to_measure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert text.main([str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert all(f"{name}: skipped, there is no " in said for name in text.SETS)
    assert "nothing to measure" in said


def test_a_pack_that_is_not_there_is_skipped(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kotowari, "packs", lambda: tmp_path / "no-packs")
    assert text.main([str(write(tmp_path, "bank", BANK)), "--set", "bank"]) == 2
    assert "bank: the pack bank is not there" in capsys.readouterr().err


@pytest.mark.parametrize("written", ["0/4", "5/4", "1", "a/b", "-1/4"])
def test_a_fold_that_there_is_not_is_refused(written: str) -> None:
    with pytest.raises(SystemExit) as ended:
        text.main([f"--fold={written}"])
    assert ended.value.code == 2
