"""Measures what hostile texts and patterns cost, beside ordinary ones: time is to grow with the length alone.

    python benchmarks/adversarial.py [SIZE]

SIZE is the size of each text in bytes of UTF-8, 1,000,000 unless given. Each text is searched for the topics of the
starter pack and for patterns made to be slow; the cost a byte is compared with that of ordinary text of its script
with the same patterns, and of the text at half its size. Exit codes: 0 done; 1 a text costs more than twice what
ordinary text costs, a byte; 2 wrong options.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import Final

import kotowari
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import TopicFinder, TopicWords

SIZE: Final = 1_000_000
MOST: Final = 2.0
ENGLISH: Final = (
    "Hello, we have been using your product for two years and like it a lot. Could you please tell us when the new "
    "version of the dashboard will come out? Our team of twelve shares one board, and we would like to export it. "
)
JAPANESE: Final = (
    "いつもお世話になっております。先日申し込んだプランについて質問があります。画面の色が見づらいので、"
    "もう少し明るくできないでしょうか。チームの十二人で一つのボードを使っています。データの出力もしたいです。"
)
PATTERNS: Final = (
    Pattern("a ... b ... c ... d"),
    Pattern("(a|a a|a a a) ... (a a a|a a|a) b"),
    Pattern("# ... # ... # x"),
    Pattern("返金 ... 返金 ... 返金 ... 円"),
    Pattern("(あ|ああ|あああ)(あ|ああ)い"),
    Pattern("(a+)+b", regex=True),
    Pattern("(a|b|ab)*c", regex=True),
    Pattern("x(.*y)?", regex=True),
    Pattern("(.*a){10}z", regex=True),
)
LATIN: Final = (
    "a", "1", " ", "\n", ".", "a ", "one ", "x", "(", "not ", "export ", "cancel cancel ", "don't want to cancel ",
    "instead of ", "a b ", "e\u0301", "\ud83d\ude00",
)  # fmt: skip
SCRIPT: Final = (
    "あ", "漢", "返", "ー", "一", "。", "、", "返金", "返金は不要です", "解約 ", "三", "ﾀﾞ", "\u3099", "か\u3099", "い",
    "\ud800", "\u202e", "\ufdfa", "申し込み", "の", "ない",
)  # fmt: skip


def main(words: list[str]) -> int:
    """Measure and print; the exit code."""
    if len(words) > 1 or not all(word.isdecimal() and int(word) >= 1000 for word in words):
        print("usage: python benchmarks/adversarial.py [SIZE], at least 1000", file=sys.stderr)
        return 2
    size = int(words[0]) if words else SIZE
    finder = _finder()
    finder.find(ENGLISH + JAPANESE)  # what is loaded when it is first used is no cost of a text
    print(f"{'text':24} {'MB':>5} {'seconds':>8} {'µs/byte':>8} {'ordinary':>9} {'half':>6}")
    worst = max(_measured(finder, size))
    print(f"\nworst: {worst:.2f} times the cost of ordinary text (at most {MOST:g})")
    return int(worst > MOST)


def _finder() -> TopicFinder:
    policy = kotowari.load(kotowari.packs() / "starter")
    own = [
        TopicWords(topic.name, tuple((words.pattern, topic.name) for words in topic.words))
        for topic in policy.model.topics.values()
    ]
    return TopicFinder([*own, TopicWords("slow", tuple((pattern, "slow") for pattern in PATTERNS))])


def _measured(finder: TopicFinder, size: int) -> Iterator[float]:
    """The cost of each hostile text, as a multiple of that of ordinary text; each is printed."""
    for ordinary, units in ((ENGLISH, LATIN), (JAPANESE, SCRIPT)):
        usual = _cost(finder, ordinary, size)
        _print(ordinary[:12], size, usual, 1.0, usual / _cost(finder, ordinary, size // 2))
        for unit in units:
            cost = _cost(finder, unit, size)
            _print(unit, size, cost, cost / usual, cost / _cost(finder, unit, size // 2))
            yield cost / usual


def _cost(finder: TopicFinder, unit: str, size: int) -> float:
    """Seconds a byte for a text of one unit over and over: the better of two runs."""
    text = unit * (size // len(unit.encode("utf-8", "surrogatepass")))
    return min(_seconds(finder, text) for _ in range(2)) / size


def _seconds(finder: TopicFinder, text: str) -> float:
    start = time.perf_counter()
    finder.find(text)
    return time.perf_counter() - start


def _print(unit: str, size: int, cost: float, ratio: float, half: float) -> None:
    seconds = cost * size
    print(f"{unit!a:24.24} {size / 1e6:5.1f} {seconds:8.3f} {cost * 1e6:8.3f} {ratio:9.2f} {half:6.2f}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
