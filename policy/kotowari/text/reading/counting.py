"""Numbers in English words: "twenty-three", "a hundred and five", "two thousand five hundred", "two dozen"."""

from __future__ import annotations

from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import LETTER

_SMALL: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES: Final = {word: value for value, word in enumerate(_SMALL.split())}
_ROUND: Final = {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_COUNTED: Final = {**_ONES, **_ROUND}

# "Half a million" and "a quarter of an hour" are no million and no hour.
NO_PART: Final = r"(?<!\bhalf )(?<!\bquarter of )(?<!\bquarters of )(?<!\bthird of )(?<!\bthirds of )"
WORD: Final = "|".join([*_COUNTED, rf"{NO_PART}a(?= (?:hundred|thousand|million|billion|dozen))"])
_ANY: Final = "|".join(sorted([*_COUNTED, *_SCALES, "hundred", "dozen"], key=len, reverse=True))
_RUN: Final = regex(
    rf"(?<!{LETTER})(?<!{LETTER}')(?:{WORD}|{_ANY})(?!'?{LETTER})"
    rf"(?:(?: |-|, )(?:and )?(?:{_ANY})(?!'?{LETTER})){{0,15}}"
)
# So much of the text before a number is looked at; words that count stand before one that goes on counting.
_BACK: Final = 20
_GOES_ON: Final = regex(rf"(?<!{LETTER})(?:{_ANY})(?: |-|, )(?:and )?$")
_PART: Final = regex(r"(?P<and>and )?(?P<word>[a-z]+)")


def count(text: str, start: int) -> tuple[int, int] | None:
    """The number in words that begins at `start` and where it ends; None where none does, or words that are none."""
    found = _RUN.match(text, start)
    if not found or _GOES_ON.search(text, max(0, start - _BACK), start):
        return None
    sum_ = _Sum()
    end = start
    for part in _PART.finditer(found.group()):
        if part["and"] and not sum_.takes_and():
            break
        if not sum_.add(part["word"]):
            return None
        end = start + part.end()
    value = sum_.value()
    return None if value is None else (value, end)


class _Sum:
    """The words so far: `total` in thousands and more, `section` below."""

    def __init__(self) -> None:
        self.total = 0
        self.section: int | None = None
        self.scale = 10**12
        self.last = ""

    def takes_and(self) -> bool:
        return self.last in {"hundred", *_SCALES}

    def add(self, word: str) -> bool:
        """Whether the word can come next; if so, it is counted."""
        taken = self._add(word)
        self.last = word
        return taken

    def _add(self, word: str) -> bool:
        match word:
            case "a":
                self.section = 1
                return not self.last
            case "hundred":
                return self._times(100, below=100)
            case "dozen":
                return not self.total and self._times(12, below=100)
            case _ if word in _SCALES:
                return self._scale(_SCALES[word])
            case _:
                return self._plus(_COUNTED[word])

    def _plus(self, value: int) -> bool:
        follows_tens = self.last in _ROUND and 0 < value < 10
        fits = self.section is None or self.last == "hundred" or follows_tens
        if not fits or (value == 0 and self.last):
            return False
        self.section = (self.section or 0) + value
        return True

    def _times(self, factor: int, *, below: int) -> bool:
        if not self.section or self.section >= below or self.last in {"hundred", "dozen"}:
            return False
        self.section *= factor
        return True

    def _scale(self, scale: int) -> bool:
        if not self.section or scale >= self.scale or self.last == "dozen":
            return False
        self.total, self.section, self.scale = self.total + self.section * scale, None, scale
        return True

    def value(self) -> int | None:
        if self.last == "a":
            return None
        return self.total + (self.section or 0)
