"""Japanese as morphemes: the door to SudachiPy and its dictionary.

A text is cut into Sudachi's short units (東京|都), each with a key that all of its spellings and inflections share:
申込み, 申し込み and 申込 are one, as are 安い and 安かった, サーバ and サーバー. What carries politeness alone (ます,
お, ご) is left out, and every way to say no (ない, ません, ず, ありません) has one key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

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
_LONG_KATAKANA: Final = re.compile("[ァ-ヺ][ァ-ヺー]{2,}ー")
# A word after one of these is another word: 規則 is not in 不規則.
_OPPOSING: Final = frozenset("不非未無反")
# Key, word class, base, reading, and whether it is known; by the number of the word in the dictionary.
_Word: TypeAlias = tuple[str, str, str, str, bool]
_WORDS: Final[dict[int, _Word]] = {}
_MOST_KEPT: Final = 1 << 15
_FIELDS: Final = frozenset({"surface", "pos", "normalized_form", "dictionary_form", "reading_form"})


class MissingJapanese(Exception):  # noqa: N818 - the name says what is missing
    """Japanese cannot be analysed: the library or its dictionary is not installed (extra `ja`)."""


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


@dataclass(frozen=True, slots=True)
class Analysis:
    """The morphemes of a stretch of text, and every place where one of its units begins or ends."""

    morphemes: tuple[Morpheme, ...]
    index: dict[int, int]  # where a morpheme begins → which one it is
    starts: frozenset[int]
    ends: frozenset[int]


def analyse(plain: str) -> Analysis:
    """The analysis of a text of at most a few hundred characters, with katakana as written; raises MissingJapanese."""
    units = [unit for unit in _units(plain) if not plain[unit.start : unit.end].isspace()]
    kept = tuple(_reduced(units))
    return Analysis(
        kept,
        {morpheme.start: number for number, morpheme in enumerate(kept)},
        frozenset(unit.start for unit in units if not unit.opposed),
        frozenset(unit.end for unit in units),
    )


def available() -> bool:
    """Whether Japanese can be analysed here."""
    try:
        _tokenizer()
    except MissingJapanese:
        return False
    return True


def _units(plain: str) -> Iterator[Morpheme]:
    opposing = False
    for unit in _tokenizer().tokenize(plain):
        start, end = unit.begin(), unit.end()
        word = _WORDS.get(unit.word_id()) or _word(unit)
        yield Morpheme(start, end, *word, opposed=opposing)
        opposing = word[1] == "接頭辞" and plain[start:end] in _OPPOSING


def _word(unit: SudachiMorpheme) -> _Word:
    """What is said of the word, whatever its place; what is said of those of the dictionary is kept."""
    word_class, base = unit.part_of_speech()[0], unit.dictionary_form()
    known = not unit.is_oov()
    word = (_key(word_class, base, unit.normalized_form()), word_class, base, fold(unit.reading_form()).text, known)
    if known:
        if len(_WORDS) >= _MOST_KEPT:
            _WORDS.clear()
        _WORDS[unit.word_id()] = word
    return word


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


def _reduced(units: Sequence[Morpheme]) -> Iterator[Morpheme]:
    """The units without what carries politeness or aspect alone, with the ways to say no as one."""
    kept: list[Morpheme] = []
    for unit in units:
        if _is_polite(unit) or (_is_aspect(unit) and kept and kept[-1].key == "て"):
            continue
        kept.append(_negation(kept, unit) if unit.key == NOT else unit)
    yield from kept


def _is_polite(unit: Morpheme) -> bool:
    return (unit.word_class == "助動詞" and unit.base == "ます") or (unit.word_class == "接頭辞" and unit.key == "御")


def _is_aspect(unit: Morpheme) -> bool:
    return unit.word_class == "動詞" and unit.key == "居る"


def _negation(kept: list[Morpheme], unit: Morpheme) -> Morpheme:
    """The negation that ends `kept`, which it may take words from: ありません is ない, ではない is じゃない."""
    start = unit.start
    if kept and kept[-1].key == "有る" and kept[-1].word_class == "動詞":
        start = kept.pop().start
    if len(kept) > 1 and kept[-1].key in {"は", "も"} and kept[-2].key in {"で", _BE}:
        kept.pop()
        said = kept.pop()
        kept.append(Morpheme(said.start, said.end, _BE, "助動詞", "だ", said.reading))
    return Morpheme(start, unit.end, NOT, unit.word_class, unit.base, unit.reading)


@cache
def _tokenizer() -> Tokenizer:
    try:
        from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - 70 ms and 190 MB, for those who need it
    except ImportError as error:
        raise MissingJapanese from error
    try:
        return Dictionary(dict="core").tokenizer(SplitMode.A, fields=set(_FIELDS))
    except ModuleNotFoundError as error:  # the library without its dictionary
        raise MissingJapanese from error
