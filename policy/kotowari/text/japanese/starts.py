"""What a text must hold where a Japanese word of a pattern stands, so that most places are given up unanalysed.

Two kana are in every sentence, three of one word seldom: where it can be told, what a word begins with is made longer.
And where a word is made of several morphemes, the later ones have to follow. The dictionary knows more spellings than
follow from the form under which it files a word, and from how that is read; `data/starts.ja.txt` lists them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Final

from kotowari.regex import regex
from kotowari.text.beginnings import without_longer
from kotowari.text.characters import IS_JAPANESE, IS_KANJI
from kotowari.text.fold import fold
from kotowari.text.japanese.listed import ENDS_OF_VERBS, IRREGULAR, alone, elsewhere, opening, seconds, starts
from kotowari.text.japanese.morphemes import CAN, NOT, Morpheme, readings
from kotowari.text.numbers import NUMERALS

# Particles and auxiliaries take too many forms, and of a sign nothing can be told.
CLASSES: Final = frozenset({"名詞", "動詞", "形容詞", "形状詞", "副詞", "接尾辞"})
_CHANGING: Final = frozenset({"動詞", "形容詞"})
_TWO: Final = regex("[\u3041-\u3096\u3005\u4e00-\u9fff]{2}")
# Verbs in る may have none of its endings: 食べ, 食べて.
_REGULAR: Final = frozenset(ENDS_OF_VERBS.keys() - {"る"})
_LONG: Final = "ー"  # some signs in a row are read as one of it
LENGTH: Final = 3


def lengthened(start: str, morpheme: Morpheme) -> frozenset[str]:
    """What words of the morpheme that begin with `start` begin with; longer than that where it can be told."""
    if not _TWO.fullmatch(start) or not _is_told(morpheme):
        return frozenset({start})
    filed = _filed(morpheme)
    stems = _stems(morpheme)
    told = {stem[:LENGTH] for stem in stems if stem.startswith(start)}
    if start in told:
        told = {*(told - {start}), *_with_end(start, morpheme)}
    others = {other for other in starts().get(filed[:LENGTH], ()) if other.startswith(start)}
    untold = not told or any(len(each) < LENGTH or each.endswith(_LONG) for each in told | others)
    return frozenset({start} if untold else told | others)


def beginnings(morpheme: Morpheme) -> tuple[str, ...]:
    """What all words of the morpheme begin with; the empty string where that cannot be told."""
    if not _is_told(morpheme):
        return ("",)
    filed = _filed(morpheme)
    listed = {*seconds().get(filed[:2], ()), *starts().get(filed[:LENGTH], ())}
    found = {each for each in listed if len(each) > 1 or filed in alone().get(each, (filed,))}
    found |= {start for stem in _stems(morpheme) for start in _with_end(stem[:2], morpheme)}
    found.update(elsewhere().get(opening(filed), ()))
    short = {each[:1] if each[1:] == _LONG else each for each in found}
    return complete({longer for each in short for longer in lengthened(each, morpheme)})


def sure(found: Iterable[str], morpheme: Morpheme) -> Iterator[str]:
    """Those beginnings of a morpheme that are no chance hits: of its own forms and readings, and those in kanji.

    The others belong to words that are filed alike, and stand in every other sentence.
    """
    own = tuple(stem[:2] for stem in _stems(morpheme) if len(stem) > 1)
    return (each for each in found if len(each) > 1 and (IS_KANJI.match(each) or each.startswith(own)))


def complete(beginnings: AbstractSet[str]) -> tuple[str, ...]:
    """The beginnings, sorted, with those that readings of their kanji interrupt, and without those of other ones.

    How a kanji is read may stand behind it in brackets, which are not analysed: 返（へん）金.
    """
    return without_longer(beginnings | set(_interrupted(beginnings)))


def _interrupted(beginnings: Iterable[str]) -> Iterator[str]:
    for each in beginnings:
        yield from (each[:place] + "(" for place in range(1, len(each)) if IS_KANJI.match(each, place - 1))


def _with_end(stem: str, morpheme: Morpheme) -> Iterator[str]:
    """What is the whole stem of a verb with each of its endings, where these can be told; else the stem."""
    filed = _filed(morpheme)
    ends = ENDS_OF_VERBS[filed[-1]] if morpheme.word_class == "動詞" and filed[-1] in _REGULAR else ""
    return (stem + end for end in ends) if ends and stem in _stems(morpheme) else iter((stem,))


def _is_told(morpheme: Morpheme) -> bool:
    if morpheme.word_class not in CLASSES or morpheme.key == NOT or _filed(morpheme) in IRREGULAR:
        return False
    return morpheme.key[0] not in NUMERALS and IS_JAPANESE.match(morpheme.key) is not None


def _filed(morpheme: Morpheme) -> str:
    return morpheme.key.removesuffix(CAN)


def _stems(morpheme: Morpheme) -> frozenset[str]:
    """What does not change with the form of the word, as far as that follows from its spellings and readings."""
    spelled = {_filed(morpheme), fold(morpheme.base).text}
    if morpheme.word_class in _CHANGING:
        spelled = {word[:-1] for word in spelled}
    return frozenset({*spelled, *_read(morpheme)} - {""})


def _read(morpheme: Morpheme) -> frozenset[str]:
    """How the form is read under which the word is filed, and its base, without what changes with the form."""
    changes = morpheme.word_class in _CHANGING
    found = {
        read
        for form in (_filed(morpheme), morpheme.base)
        for word_class, read in readings(form)
        if (word_class in _CHANGING) == changes  # 殺し is a form of a verb too
    }
    return frozenset((read[:-1] if changes else read) or read for read in found)
