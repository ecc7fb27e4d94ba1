"""The language of a text, by the characters it is written in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kotowari.regex import regex
from kotowari.text.characters import KANJI

_ELSEWHERE: Final = regex(r"https?://[^\s\u3000-\u9fff]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}", re.ASCII)
_NOT_LATIN: Final = regex("[^A-Za-z\u00c0-\u024f\uff21-\uff3a\uff41-\uff5a]+")
_NOT_KANA: Final = regex("[^\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9f]+")
_NOT_KANJI: Final = regex(f"[^{KANJI}]+")
# An English mail may name 東京 or quote a menu; a Japanese mail may be full of product names. Kana carry the grammar of
# a sentence, so few are enough; kanji alone are a name more often than a text.
_SHARE_WITH_KANA: Final = 0.15
_SHARE_OF_KANJI: Final = 0.3


def detect(text: str, languages: Sequence[str]) -> str | None:
    """The one of `languages` that the text is written in; None where its characters do not tell.

    `ja` is told by its share of kana and kanji. Among languages in Latin letters the first one is taken.
    """
    own = _ELSEWHERE.sub(" ", text) if "://" in text or "@" in text else text
    kana = 0 if own.isascii() else len(_NOT_KANA.sub("", own))
    if kana and kana >= _SHARE_WITH_KANA * len(own):  # so it is whatever the rest consists of
        return "ja" if "ja" in languages else None
    kanji = 0 if own.isascii() else len(_NOT_KANJI.sub("", own))
    latin = len(_NOT_LATIN.sub("", own))
    japanese = kana + kanji
    least = _SHARE_WITH_KANA if kana else _SHARE_OF_KANJI
    if japanese and japanese >= least * (japanese + latin):
        return "ja" if "ja" in languages else None
    return next((language for language in languages if language != "ja"), None) if latin else None
