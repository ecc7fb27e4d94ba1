"""Japanese as morphemes: the door to SudachiPy and its dictionary.

A text is cut into Sudachi's short units (東京|都), each with a key that all of its spellings and inflections share:
申込み, 申し込み and 申込 are one, as are 安い and 安かった, サーバ and サーバー. What carries politeness alone (ます,
お, ご) is left out, and every way to say no (ない, ません, ず, ありません) has one key.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from kotowari.regex import regex
from kotowari.text.fold import fold

if TYPE_CHECKING:
    from sudachipy import Morpheme as SudachiMorpheme
    from sudachipy import Tokenizer

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
# By the number of the word in the dictionary.
_WORDS: Final[dict[int, _Word]] = {}
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


class Analysis:
    """The morphemes of a stretch of text, and every place where one of its units begins or ends.

    Most of those who ask want to know no more than which word begins at a place, so only `index` and `keys` are
    there at once.
    """

    __slots__ = ("_ends", "_kept", "_morphemes", "_starts", "_units", "index", "keys")

    def __init__(self, kept: list[_Unit], units: list[_Unit]) -> None:
        self.index = {unit[0]: number for number, unit in enumerate(kept)}  # where a morpheme begins → which one it is
        self.keys = [word[0] for _, _, word, _ in kept]  # of each morpheme
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
            self._starts = frozenset(start for start, _, _, opposed in self._units if not opposed)
        return self._starts

    @property
    def ends(self) -> frozenset[int]:
        """Where units end."""
        if self._ends is None:
            self._ends = frozenset(end for _, end, _, _ in self._units)
        return self._ends

    def end(self, number: int) -> int:
        """Where a morpheme ends."""
        return self._kept[number][1]

    def opposed(self, number: int) -> bool:
        """Whether a 不 or its like makes another word of a morpheme."""
        return self._kept[number][3]


def analyse(plain: str) -> Analysis:
    """The analysis of a text of at most a few hundred characters, with katakana as written; raises MissingJapanese."""
    units = _units(plain)
    return Analysis(_reduced(units), units)


def available() -> bool:
    """Whether Japanese can be analysed here."""
    try:
        sudachi()
    except MissingJapanese:
        return False
    return True


def _units(plain: str) -> list[_Unit]:
    """The units of the text but for white space."""
    starts: list[int] = []
    words: list[_Word] = []
    for unit in sudachi().tokenize(plain):
        starts.append(unit.begin())
        words.append(_WORDS.get(unit.word_id()) or _word(unit))
    ends = (*starts[1:], len(plain))  # units leave nothing out
    opposed = False
    units: list[_Unit] = []
    for start, end, word in zip(starts, ends, words, strict=True):
        care = word[5]
        if not care:
            units.append((start, end, word, opposed))
            opposed = False
            continue
        if care is not _Care.SIGN or not plain[start:end].isspace():
            units.append((start, end, word, opposed))
        opposed = care is _Care.OPPOSES and plain[start:end] in _OPPOSING
    return units


def _word(unit: SudachiMorpheme) -> _Word:
    """What is said of the word, whatever its place; what is said of those of the dictionary is kept."""
    word_class, base = unit.part_of_speech()[0], unit.dictionary_form()
    known = not unit.is_oov()
    key = _key(word_class, base, unit.normalized_form())
    word = (key, word_class, base, fold(unit.reading_form()).text, known, _care(word_class, base, key, known=known))
    if known:
        if len(_WORDS) >= _MOST_KEPT:
            _WORDS.clear()
        _WORDS[unit.word_id()] = word
    return word


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
        case "空白" | "補助記号" | "記号":
            return _Care.SIGN
        case _:
            return _Care.NONE if known else _Care.SIGN


def _key(word_class: str, base: str, normal: str) -> str:
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


def _reduced(units: Sequence[_Unit]) -> list[_Unit]:
    """The units without what carries politeness or aspect alone, with the ways to say no as one."""
    kept: list[_Unit] = []
    for unit in units:
        care = unit[2][5]
        if care is _Care.DENIES:
            kept.append(_negation(kept, unit))
        elif not care or not _is_left_out(kept, care):
            kept.append(unit)
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


@cache
def sudachi() -> Tokenizer:
    """What cuts a text into short units; raises MissingJapanese."""
    try:
        from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - 70 ms and 190 MB, for those who need it
    except ImportError as error:
        raise MissingJapanese from error
    try:
        return Dictionary(dict="core").tokenizer(SplitMode.A, fields=set(_FIELDS))
    except ModuleNotFoundError as error:  # the library without its dictionary
        raise MissingJapanese from error
