"""The twelve topics of the inn pack, held against sentences of guests that nobody of this project wrote.

They stay in the folder `shared` beside the checkout; without it these tests are skipped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import kotowari

TOPICS = ("食事", "風呂", "部屋", "予算", "人数", "スケジュール", "宿", "施設", "サービス", "子供", "立地", "旅行")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many mentions were found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    def f1(self) -> float:
        return 2 * self.right / (2 * self.right + self.wrong + self.missed)


@cache
def sentences(shared: Path) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """What each sentence is about, and what the pack finds there."""
    policy = kotowari.load(kotowari.packs() / "inn")
    lines = (shared / "data" / "inn" / "sentences.jsonl").read_text(encoding="utf-8").splitlines()
    given = [json.loads(line) for line in lines]
    return tuple(
        (frozenset(one["mentions"]), frozenset(match.topic for match in policy.topics(one["text"]))) for one in given
    )


def counted(shared: Path, topics: tuple[str, ...]) -> Counts:
    pairs = [(topic in about, topic in found) for about, found in sentences(shared) for topic in topics]
    return Counts(pairs.count((True, True)), pairs.count((False, True)), pairs.count((True, False)))


def test_the_twelve_topics_are_found_together(shared: Path) -> None:
    assert counted(shared, TOPICS).f1() >= 0.84


@pytest.mark.parametrize("topic", TOPICS)
def test_each_topic_is_found(shared: Path, topic: str) -> None:
    assert counted(shared, (topic,)).f1() >= 0.68
