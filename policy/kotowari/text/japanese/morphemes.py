"""Japanese as morphemes: the door to SudachiPy and its dictionary.

A text is cut into Sudachi's short units (東京|都), each with a key that all of its spellings and inflections share:
申込み, 申し込み and 申込 are one, as are 安い and 安かった, サーバ and サーバー. What carries politeness alone (ます,
お, ご) is left out, and every way to say no (ない, ません, ず, ありません) has one key.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache, lru_cache
from itertools import count, repeat
from operator import itemgetter
from threading import local
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kotowari.regex import regex
from kotowari.text.fold import fold

if TYPE_CHECKING:
    from sudachipy import Dictionary, Tokenizer
    from sudachipy import Morpheme as SudachiMorpheme

# What decides how Japanese is read, as packages that are installed together.
PACKAGES: Final = ("sudachidict-core", "sudachipy")

NOT: Final = "ない"
# Added to the key of a verb that says what can be done: 使えない is not 使わない.
CAN: Final = "+可能"
_BE: Final = "だ"

_O_ROWS: Final = dict(zip("うくぐすつぬぶむる", "えけげせてねべめれ", strict=True))
_LONG_KATAKANA: Final = regex("[ァ-ヺ][ァ-ヺー]{2,}ー")
# A word after one of these is another word: 規則 is not in 不規則.
_OPPOSING: Final = frozenset("不非未無反")
# Key, word class, base, reading, whether it is known, and how it is to be treated.
_Word: TypeAlias = tuple[str, str, str, str, bool, "_Care"]
# A word by its number in the dictionary, or what tells one that is not there: spelling, reading, class.
_Name: TypeAlias = "int | tuple[str, str, int]"
_WORDS: Final[dict[_Name, _Word]] = {}
_MOST_KEPT: Final = 1 << 15
_FIELDS: Final = frozenset({"surface", "pos", "normalized_form", "dictionary_form", "reading_form"})


class MissingJapanese(Exception):  # noqa: N818 - the name says what is missing
    """Japanese cannot be analysed: the library or its dictionary is not installed (extra `ja`)."""


class _Care(StrEnum):
    """What there is to a unit beside its key; false where there is nothing."""

    NONE = ""
    POLITE = "polite"  # carries politeness alone
    ASPECT = "aspect"  # does so behind て
    DENIES = "denies"
    OPPOSES = "opposes"  # may make another word of what follows
    SIGN = "sign"  # may be white space


class Morpheme(NamedTuple):
    """One unit of a text, on the characters `start` to `end`.

    `key` is what all spellings and forms of the word share. `word_class` is the dictionary's (動詞, 名詞, 助動詞, …),
    `base` the form under which it stands there, `reading` how it is read, in hiragana; `known` says whether it stands
    there at all. `opposed`: a 不 or its like before it makes another word of it.
    """

    start: int
    end: int
    key: str
    word_class: str
    base: str
    reading: str
    known: bool = True
    opposed: bool = False


# Where it begins and ends, its word, and whether a 不 or its like before it makes another word of it.
_Unit: TypeAlias = tuple[int, int, _Word, bool]
_START: Final = itemgetter(0)
# Stands for white space.
_SPACE: Final[_Unit] = (-1, -1, ("", "", "", "", True, _Care.SIGN), False)


class Analysis:
    """The morphemes of a stretch of text, and every place where one of its units begins or ends.

    Most of those who ask want to know no more than which word begins at a place, so only `index` is there at once.
    """

    __slots__ = ("_ends", "_kept", "_morphemes", "_starts", "_units", "index")

    def __init__(self, kept: list[_Unit], units: list[_Unit]) -> None:
        # Where a morpheme begins → which one it is.
        self.index = dict(zip(map(_START, kept), count(), strict=False))
        self._kept = kept
        self._units = units
        self._morphemes: tuple[Morpheme, ...] | None = None
        self._starts: frozenset[int] | None = None
        self._ends: frozenset[int] | None = None

    @property
    def morphemes(self) -> tuple[Morpheme, ...]:
        """The morphemes."""
        if self._morphemes is None:
            self._morphemes = tuple(
                Morpheme(start, end, *word[:5], opposed) for start, end, word, opposed in self._kept
            )
        return self._morphemes

    @property
    def starts(self) -> frozenset[int]:
        """Where units begin that no 不 or its like makes other words of."""
        if self._starts is None:
            self._starts = frozenset(start for start, _, _, opposed in self._units if start >= 0 and not opposed)
        return self._starts

    @property
    def ends(self) -> frozenset[int]:
        """Where units end."""
        if self._ends is None:
            self._ends = frozenset(end for _, end, _, _ in self._units if end >= 0)
        return self._ends

    def key(self, number: int) -> str:
        """The key of a morpheme."""
        return self._kept[number][2][0]

    def end(self, number: int) -> int:
        """Where a morpheme ends."""
        return self._kept[number][1]

    def opposed(self, number: int) -> bool:
        """Whether a 不 or its like makes another word of a morpheme."""
        return self._kept[number][3]


def analyse(plain: str, behind: str = "") -> Analysis:
    """The analysis of a text of at most a few hundred characters, with katakana as written; raises MissingJapanese.

    What stands right `behind` it is read with it, and not part of the analysis.
    """
    found = list(sudachi().tokenize(plain + behind))
    starts = [unit.begin() for unit in found]
    if behind:
        starts = [start for start in starts if start < len(plain)]
    words = [_WORDS.get(unit.word_id()) or _word(unit) for unit in found[: len(starts)]]
    ends = (*starts[1:], len(plain))  # units leave nothing out
    units: list[_Unit] = list(zip(starts, ends, words, repeat(False), strict=False))
    special = [place for place, word in enumerate(words) if word[5]]
    units = _with_opposed(units, special, plain)
    return Analysis(_reduced(units, special), units)


def available() -> bool:
    """Whether Japanese can be analysed here."""
    try:
        sudachi()
    except MissingJapanese:
        return False
    return True


def _with_opposed(units: list[_Unit], special: Sequence[int], plain: str) -> list[_Unit]:
    """Marks units that another one makes other words of, and white space; both stand at or behind `special` ones."""
    for place in special:
        start, end, word, _ = units[place]
        if word[5] is _Care.OPPOSES and plain[start:end] in _OPPOSING and place + 1 < len(units):
            units[place + 1] = (*units[place + 1][:3], True)
        elif word[5] is _Care.SIGN and plain[start:end].isspace():
            units[place] = _SPACE
    return units


def _word(unit: SudachiMorpheme) -> _Word:
    """What is said of the word, whatever its place."""
    if not unit.is_oov():
        return _kept(unit.word_id(), unit, known=True)
    name = (unit.surface(), unit.reading_form(), unit.part_of_speech_id())
    return _WORDS.get(name) or _kept(name, unit, known=False)


def _kept(name: _Name, unit: SudachiMorpheme, *, known: bool) -> _Word:
    word_class, base = unit.part_of_speech()[0], unit.dictionary_form()
    key = key_of(word_class, base, unit.normalized_form())
    word = (key, word_class, base, fold(unit.reading_form()).text, known, _care(word_class, base, key, known=known))
    if len(_WORDS) >= _MOST_KEPT:
        _WORDS.clear()
    return _WORDS.setdefault(name, word)


def _care(word_class: str, base: str, key: str, *, known: bool) -> _Care:
    match word_class:
        case _ if key == NOT:
            return _Care.DENIES
        case "助動詞" if base == "ます":
            return _Care.POLITE
        case "接頭辞":
            return _Care.POLITE if key == "御" else _Care.OPPOSES
        case "動詞" if key == "居る":
            return _Care.ASPECT
        case "空白":
            return _Care.SIGN
        case "補助記号" | "記号":
            return _Care.NONE if known and not base.isspace() else _Care.SIGN
        case _:
            return _Care.NONE if known else _Care.SIGN


def key_of(word_class: str, base: str, normal: str) -> str:
    """The key of a word of the dictionary, by its class, its base and the form under which it is filed."""
    if word_class == "助動詞" and base in {"ない", "ぬ", "ず", "ん"}:
        return NOT
    if word_class == "形容詞" and normal == "無い":
        return NOT
    if word_class == "助動詞" and base in {"です", "だ"}:
        return _BE
    if word_class == "助動詞" and base == "てる":
        return "て"
    if word_class == "動詞" and _can(base, normal):
        return fold(normal).text + CAN
    key = normal[:-1] if _LONG_KATAKANA.fullmatch(normal) else normal
    return fold(key).text


def _can(base: str, normal: str) -> bool:
    """Whether a verb is the potential of the one it is filed under: 使える, filed under 使う."""
    return base[-2:] == _O_ROWS.get(normal[-1:], "") + "る" and base[-2:] != normal[-2:]


def _reduced(units: Sequence[_Unit], special: Sequence[int]) -> list[_Unit]:
    """The units without white space and what carries politeness or aspect alone, with the ways to say no as one."""
    kept: list[_Unit] = []
    done = 0
    for place in special:
        kept += units[done:place]
        done = place + 1
        unit = units[place]
        care = unit[2][5]
        if care is _Care.DENIES:
            kept.append(_negation(kept, unit))
        elif unit is not _SPACE and not _is_left_out(kept, care):
            kept.append(unit)
    kept += units[done:]
    return kept


def _is_left_out(kept: Sequence[_Unit], care: _Care) -> bool:
    return care is _Care.POLITE or (care is _Care.ASPECT and bool(kept) and kept[-1][2][0] == "て")


def _negation(kept: list[_Unit], unit: _Unit) -> _Unit:
    """The negation that ends `kept`, which it may take words from: ありません is ない, ではない is じゃない."""
    start, end, word, _ = unit
    if kept and kept[-1][2][:2] == ("有る", "動詞"):
        start = kept.pop()[0]
    if len(kept) > 1 and kept[-1][2][0] in {"は", "も"} and kept[-2][2][0] in {"で", _BE}:
        kept.pop()
        said, until, (_, _, _, reading, _, _), _ = kept.pop()
        kept.append((said, until, (_BE, "助動詞", "だ", reading, True, _Care.NONE), False))
    return start, end, (NOT, *word[1:4], True, _Care.DENIES), False


@lru_cache(maxsize=1 << 12)
def readings(form: str) -> frozenset[tuple[str, str]]:
    """The class and the reading, in hiragana, of each word of the dictionary that is written so."""
    words = _dictionary().lookup(form)
    return frozenset((word.part_of_speech()[0], fold(word.reading_form()).text) for word in words)


class _Own(local):
    """What each thread has for itself."""

    tokenizer: Tokenizer | None = None


_own: Final = _Own()


def sudachi() -> Tokenizer:
    """What cuts a text into short units, for this thread alone; raises MissingJapanese."""
    if _own.tokenizer is None:
        dictionary = _dictionary()
        from sudachipy import SplitMode  # noqa: PLC0415 - as below

        _own.tokenizer = dictionary.tokenizer(SplitMode.A, fields=set(_FIELDS))
    return _own.tokenizer


@cache
def _dictionary() -> Dictionary:
    try:
        from sudachipy import Dictionary  # noqa: PLC0415 - 70 ms and 190 MB, for those who need it
    except ImportError as error:
        raise MissingJapanese from error
    try:
        return Dictionary(dict="core")
    except ModuleNotFoundError as error:  # the library without its dictionary
        raise MissingJapanese from error
