"""What a Japanese word of a pattern stands for: the keys of its morphemes, and how a spelling of it can begin.

Endings of a pattern that say nothing about what it is about (a final て, た, ます, たい) are left out. A noun made of a
verb stands for the verb too and the other way round (申し込み, 申し込む); a verb for what can be done (泊まる,
泊まれる), but not where a negation follows, since 使えない is not 使わない.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cache
from typing import Final, TypeAlias

from kotowari.record import record
from kotowari.text.characters import IS_KANJI
from kotowari.text.fold import fold
from kotowari.text.japanese.listed import ENDS_OF_VERBS, IRREGULAR, elsewhere, opening, seconds
from kotowari.text.japanese.morphemes import CAN, NOT, Morpheme, analyse
from kotowari.text.japanese.starts import beginnings, complete, lengthened, sure

# One entry a morpheme: the keys that it may have.
Way: TypeAlias = tuple[frozenset[str], ...]
# One entry a morpheme: what it can begin with.
Signs: TypeAlias = tuple[tuple[str, ...], ...]

_ENDINGS: Final = frozenset({"て", "で", "た", "だ", "たい", "です"})
_U_ROW: Final = dict(zip("いきぎしちにびみり", "うくぐすつぬぶむる", strict=True))
_I_ROW: Final = {u: i for i, u in _U_ROW.items()}
# How a word can begin inside of another one: つく in おもいづく.
_VOICED: Final = {
    **dict(zip("かきくけこさしすせそたちつてと", "がぎぐげござじずぜぞだぢづでど", strict=True)),
    **dict(zip("はひふへほ", ("ばぱ", "びぴ", "ぶぷ", "べぺ", "ぼぽ"), strict=True)),
}
_E_ROW: Final = "えけげせてねべめれじぜ"
_NUMERALS: Final = dict(zip("一二三四五六七八九十", ("1", "2", "3", "4", "5", "6", "7", "8", "9", "10"), strict=True))
_HONORIFIC: Final = re.compile("^[おご御]")


@record
class Spellings:
    """The ways in which a text can have the word, each a row of keys, and the characters it can begin with.

    `signs` has for each way what its morphemes begin with, one after the other; the empty string where that cannot be
    told.
    """

    ways: tuple[Way, ...]
    openings: tuple[str, ...]
    signs: tuple[Signs, ...] = ()


@cache
def spellings(plain: str) -> Spellings:
    """What the Japanese stretch of a pattern stands for; raises `morphemes.MissingJapanese`."""
    morphemes = _without_endings(analyse(plain).morphemes)
    words = [plain[morphemes[0].start :], *(_related(plain, morphemes))] if morphemes else []
    analysed = [(word, _without_endings(analyse(word).morphemes)) for word in words]
    openings = {beginning for word, found in analysed for beginning in _openings(word, found)}
    signs = [tuple(map(beginnings, found)) for _, found in analysed]
    for (_, found), (first, *_) in zip(analysed, signs, strict=True):
        openings.update(sure(first, found[0]))
    return Spellings(
        tuple(dict.fromkeys(_way(found) for _, found in analysed)),
        complete(openings | _as_written(plain, morphemes)),
        tuple(dict.fromkeys(signs)),
    )


def _as_written(plain: str, morphemes: Sequence[Morpheme]) -> AbstractSet[str]:
    """What the word begins with as the pattern has it, and other spellings that begin like that."""
    text = fold(plain).text
    first = lengthened(text[:2], morphemes[0]) if morphemes and not morphemes[0].start else frozenset[str]()
    return first | {text[:3]}


def _without_endings(morphemes: Sequence[Morpheme]) -> Sequence[Morpheme]:
    end = len(morphemes)
    while end > 1 and morphemes[end - 1].word_class in {"助動詞", "助詞"} and morphemes[end - 1].base in _ENDINGS:
        end -= 1
    return morphemes[:end]


def _way(morphemes: Sequence[Morpheme]) -> Way:
    after = [*(morpheme.key for morpheme in morphemes[1:]), ""]
    return tuple(_keys(morpheme, following) for morpheme, following in zip(morphemes, after, strict=True))


def _keys(morpheme: Morpheme, following: str) -> frozenset[str]:
    if morpheme.word_class != "動詞" or following == NOT or morpheme.key.endswith(CAN):
        return frozenset({morpheme.key})
    return frozenset({morpheme.key, morpheme.key + CAN})


# --- nouns of verbs, verbs of nouns -----------------------------------------------------------------------------------


def _related(plain: str, morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """The verbs that the noun is made of, or the noun that is made of the verb."""
    if len(morphemes) == 1 and morphemes[0].word_class == "名詞":
        yield from (verb for verb in _verbs(morphemes[0].key) if _is_verb(analyse(verb).morphemes, verb))
    elif all(morpheme.word_class == "動詞" for morpheme in morphemes) and not morphemes[-1].key.endswith(CAN):
        last = morphemes[-1]
        noun = _noun(plain[morphemes[0].start : last.start] + last.base)
        found = analyse(noun).morphemes if noun else ()
        if len(found) == 1 and found[0].word_class == "名詞":
            yield noun


def _verbs(noun: str) -> Iterator[str]:
    """What the noun is made of, if anything: only words with kanji, since short ones in kana mean many things."""
    if len(noun) < 2 or not IS_KANJI.match(noun) or IS_KANJI.match(noun[-1]):
        return
    if noun[-1] in _U_ROW:
        yield noun[:-1] + _U_ROW[noun[-1]]
    if noun[-1] in _U_ROW or noun[-1] in _E_ROW:
        yield noun + "る"


def _is_verb(morphemes: Sequence[Morpheme], written: str) -> bool:
    """Whether this is a verb in the form under which it is filed."""
    return all(morpheme.word_class == "動詞" for morpheme in morphemes) and written.endswith(morphemes[-1].base)


def _noun(verb: str) -> str:
    if verb[-1:] == "る" and verb[-2:-1] in {*_U_ROW, *_E_ROW}:
        return verb[:-1]
    return verb[:-1] + _I_ROW[verb[-1]] if verb[-1:] in _I_ROW else ""


# --- beginnings -------------------------------------------------------------------------------------------------------


def _openings(word: str, morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """What a spelling of the word can begin with: two characters, or one where a second one cannot be told."""
    first = morphemes[0]
    if first.key == NOT:
        yield from _beginnings(word, first)
        return
    starts = _starts(word, first)
    for beginning in _beginnings(word, first):
        if len(beginning) > 1 or not _has_second(beginning, first):
            yield from lengthened(beginning, first)
        else:
            told = (start for start in starts if start.startswith(beginning))
            yield from (full for start in told for full in _continued(start, morphemes))


def _continued(start: str, morphemes: Sequence[Morpheme]) -> Iterator[str]:
    """A start with what follows it; where it is a single character, it is a whole morpheme, and the next one follows.

    What is left out of an analysis may stand between: ます, お and ご.
    """
    if len(start) > 1 or len(morphemes) == 1 or not _is_told_by_its_beginning(morphemes[1]):
        yield from lengthened(start, morphemes[0])
        return
    following = {beginning[0] for beginning in _beginnings(morphemes[1].base, morphemes[1])}
    voiced = {character for plain in following for character in _VOICED.get(plain, "")}
    yield from (start + character for character in sorted({*"まおご御", *following, *voiced}))


def _is_told_by_its_beginning(morpheme: Morpheme) -> bool:
    """Whether the beginnings of a morpheme are all that its spellings begin with; many particles take other forms."""
    if morpheme.word_class == "助詞":
        return morpheme.key in {"が", "に", "を", "も"}
    return morpheme.word_class in {"名詞", "動詞"} and morpheme.key != NOT


def _has_second(beginning: str, first: Morpheme) -> bool:
    """Whether it can be told what follows the one character that a spelling of the word begins with."""
    if IS_KANJI.match(beginning):
        filed = opening(first.key)
        return beginning in {filed, *elsewhere().get(filed, ())}
    if first.word_class == "名詞" and len(first.reading) == 1:
        return True
    long = bool(_HONORIFIC.match(beginning)) and len(_base_reading(first)) > 1
    return long or first.key in IRREGULAR or _is_short_verb(first)


def _is_short_verb(morpheme: Morpheme) -> bool:
    """Whether a single character is what all forms of the verb have in common."""
    filed = morpheme.key.removesuffix(CAN)
    return morpheme.word_class == "動詞" and filed[1:] in ENDS_OF_VERBS and len(_base_reading(morpheme)) == 1


def _starts(word: str, first: Morpheme) -> set[str]:
    """The two characters that spellings of the word begin with, as far as they can be told."""
    filed = first.key.removesuffix(CAN)
    ends = ENDS_OF_VERBS.get(filed[1:], "")
    reading = _base_reading(first)
    forms = {stem + end for stem in (filed[:1], reading) for end in ends if len(stem) == 1}
    told = set[str]() if ends or first.key in IRREGULAR else {reading[:2]}
    return {fold(word).text[:2], fold(first.base).text[:2], filed[:2], *told, *forms, *seconds().get(filed[:2], ())}


def _beginnings(word: str, first: Morpheme) -> Iterator[str]:
    """What a spelling of the word can begin with: a kanji, or up to two kana."""
    filed = opening(first.key)
    yield from (opening(fold(word).text), opening(fold(first.base).text), filed, *elsewhere().get(filed, ()))
    if filed in _NUMERALS:
        yield _NUMERALS[filed][0]
    if first.key in IRREGULAR:
        yield from IRREGULAR[first.key]
        return
    reading = _base_reading(first)
    yield reading[:1] if _HONORIFIC.match(reading) else reading[:2]
    if first.key == NOT:
        yield from ("ん", "ず", "ぬ", "な", "無", "あ", "有")


def _base_reading(morpheme: Morpheme) -> str:
    """How the word is read, without what changes with its form."""
    found = analyse(morpheme.base).morphemes
    reading = found[0].reading if len(found) == 1 else morpheme.reading
    return reading[:-1] if morpheme.word_class in {"動詞", "形容詞"} and len(reading) > 1 else reading
