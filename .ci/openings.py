"""Makes data/openings.ja.txt of kotowari.text anew, when the dictionary that reads Japanese has changed; takes minutes.

    python3 .ci/openings.py > policy/kotowari/text/data/openings.ja.txt

A text is searched for what the spellings of a pattern's words can begin with. Where a word begins, a kana spelling
follows from how it is read; this asks the dictionary for the words that are filed under a form which begins with
another kanji: of one or two kanji, or of one with the usual endings.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import product

from kotowari.text.fold import fold
from kotowari.text.japanese.listed import opening
from kotowari.text.japanese.morphemes import Morpheme, analyse

ENDINGS = (
    "い う く す つ む る ぶ ぐ ぬ しい ましい える ける げる せる てる ねる べる める れる かる がる まる わる",
    "き し ち み り え け げ せ て ね べ め れ か らか",
)
HEAD = """\
# Words that the dictionary files under a form which begins otherwise: first what that form begins with, then the words.
# Made by .ci/openings.py from sudachidict-core (Apache License 2.0).
"""


def kanji(first: int, last: int) -> list[str]:
    """The kanji of these rows of JIS X 0208."""
    codes = (bytes((row, cell)) for row in range(first + 0xA0, last + 0xA1) for cell in range(0xA1, 0xFF))
    decoded = (code.decode("euc_jp", "ignore") for code in codes)
    return [character for character in decoded if "\u4e00" <= character <= "\u9fff"]


def words() -> Iterator[str]:
    """What is asked for."""
    every = kanji(16, 84)
    for one in every:
        yield one
        yield from (one + ending for row in ENDINGS for ending in row.split())
    yield from map("".join, product(every, repeat=2))


def filed_elsewhere(word: str) -> str | None:
    """What the form begins with under which the word is filed, where the word itself begins otherwise."""
    units: tuple[Morpheme, ...] = analyse(word).morphemes
    if len(units) != 1 or not units[0].known or (units[0].start, units[0].end) != (0, len(word)):
        return None
    beginning = opening(units[0].key)
    return beginning if beginning != opening(fold(word).text) else None


def main() -> None:
    """Print the table: one word for each way to begin."""
    found: dict[str, dict[str, str]] = {}
    for word in words():
        if beginning := filed_elsewhere(word):
            found.setdefault(beginning, {}).setdefault(opening(fold(word).text), word)
    sys.stdout.write(HEAD)
    for beginning, others in sorted(found.items()):
        sys.stdout.write(f"{beginning} {' '.join(sorted(others.values()))}\n")


if __name__ == "__main__":
    main()
