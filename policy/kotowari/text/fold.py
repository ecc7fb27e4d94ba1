"""One spelling for what people write in many: the same folding for texts and for patterns, with a map back.

NFKC and case folding, katakana as hiragana, one dash, one quote of each kind, one wave dash; long vowel marks and wave
dashes that repeat count once (すごーーーい); characters that nobody sees (soft hyphens, joiners, direction marks) are
left out. Folding changes lengths, hence the map. Time is linear: a
text is cut where normalisation cannot reach across, and a run of combining marks is cut after thirty, as in Unicode's
stream-safe text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from kotowari.record import record
from kotowari.regex import regex

# Before normalisation, which would make spaces with accents of ´ and ˜, and two marks of ″.
_MARKS: Final = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―⸺⸻−─━﹘﹣－⁃", "-"),
        **dict.fromkeys("〜～∼〰˜∿", "~"),
        **dict.fromkeys("‘’‚‛′‵´ʹʻʼ＇‹›", "'"),
        **dict.fromkeys("“”„‟″‶＂«»〝〞〟", '"'),
        # Half a character, which no encoding takes: some broken input is still a text.
        **{chr(code): "\ufffd" for code in range(0xD800, 0xE000)},
    }
)
# ァ to ヶ and the iteration marks ヽヾ, sixty hexadecimal places above their hiragana.
_KANA: Final = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_UNSEEN: Final = regex(
    "[\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Characters with a folding that came after Unicode 14, the version of Python 3.11: they stay as written, so that every
# Python folds alike.
_NEWER: Final = regex(
    "[\u1c89\ua7cb\ua7cc\ua7ce\ua7d2\ua7d4\ua7da\ua7dc\U000105c9\U000105e4\U00010d50-\U00010d65\U00011380-\U000113ff"
    "\U00016100-\U00016139\U00016d40-\U00016d79\U00016ea0-\U00016ed3\U0001ccd6-\U0001ccf9\U0001e030-\U0001e06d]"
)
# What is sure to stay as it is, but for katakana: ASCII without capitals, and the usual signs, kana and kanji.
_STAYING: Final = r"\x00-@\[-\x7f\u3001-\u3003\u3005-\u3011\u3014-\u301b\u3041-\u3096\u30a1-\u30fc\u4e00-\u9fff"
_STAYS: Final = regex(f"[{_STAYING}]*")  # to match all is several times as fast as to search for others
_CHANGING: Final = regex(f"[^{_STAYING}]+")
# The next katakana, with what stands before them, in the way that is the fastest to match; so many in a row at most,
# that those that were seen can be kept.
_KATAKANA: Final = regex("[\\x00-\u30a0\u30ff-\U0010ffff]*+([\u30a1-\u30fe]{1,32})")
# A character with marks that join it, or one that does not fold to exactly one character (see `_kind`).
_SPECIAL: Final = regex("[px]?j{1,30}|x")
# Stands for each character that is not plain; where a text has it itself, that text is looked at closely for nothing.
_CLOSELY: Final = "\uffff"
_COUNTED_ONCE: Final = "ー~"
_RUN: Final = regex(f"([{_COUNTED_ONCE}])\\1+")
_LONGEST: Final = 8
_CACHED: Final = 1 << 16


@record
class Folded:
    """A folded text, the text as written, and where each folded character stood.

    `origin[i]` is the place in `written` where the stretch behind the folded character `i` begins; it ends where the
    next stretch begins. Characters that came out of one stretch share its place. The last entry is the length of
    `written`. `plain` is `text` with katakana left as they are, character by character: what an analysis of Japanese
    reads.
    """

    text: str
    origin: Sequence[int]
    written: str
    plain: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text as written behind the folded characters `start` to `end`."""
        if start >= end:
            return self.origin[start], self.origin[start]
        last = self.origin[end - 1]
        return self.origin[start], self.origin[bisect_right(self.origin, last, end)]

    def cut(self, start: int, end: int) -> Folded:
        """The folded characters `start` to `end` alone; their places still are those in the whole text as written."""
        origin = [*self.origin[start:end], self.span(start, end)[1]]
        return Folded(self.text[start:end], origin, self.written, self.plain[start:end])


def fold(text: str) -> Folded:
    """The text folded; any string will do, lone surrogates and control characters included."""
    plain, origin = _once(*_plain(text))
    return Folded(_in_hiragana(plain), origin, text, plain)


def _in_hiragana(plain: str) -> str:
    """The same with hiragana for katakana."""
    if plain.isascii():
        return plain
    pieces: list[str] = []
    done = 0
    while found := _KATAKANA.match(plain, done):
        pieces += plain[done : found.start(1)], _hiragana(found[1])
        done = found.end()
    if not pieces:
        return plain
    pieces.append(plain[done:])
    return "".join(pieces)


@lru_cache(maxsize=1 << 12)
def _hiragana(katakana: str) -> str:
    return katakana.translate(_KANA)


def _plain(text: str) -> tuple[str, Sequence[int]]:
    """The text folded but for katakana and repeated marks, and where each character stood."""
    if text.isascii():
        return text.lower(), range(len(text) + 1)
    if _STAYS.fullmatch(text):
        return text, range(len(text) + 1)
    plain = _CHANGING.sub(_singly, text)
    return _plain_special(text) if _CLOSELY in plain else (plain, range(len(text) + 1))


def _singly(found: re.Match[str]) -> str:
    return found.group().translate(_SINGLES)


def _once(plain: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """The same with each mark that repeats standing once, for the whole run of it."""
    for mark in _COUNTED_ONCE:  # one of them is found several times as fast as two
        if mark in plain and mark + mark in plain:
            break
    else:
        return plain, origin
    pieces: list[str] = []
    kept = array("L")
    done = 0
    for run in _RUN.finditer(plain):
        pieces.append(plain[done : run.start() + 1])
        kept.extend(origin[done : run.start() + 1])
        done = run.end()
    pieces.append(plain[done:])
    kept.extend(origin[done:])
    return "".join(pieces), kept


def _plain_special(text: str) -> tuple[str, Sequence[int]]:
    kinds = text.translate(_KINDS)
    pieces: list[str] = []
    origin = array("L")
    done = 0
    for special in _SPECIAL.finditer(kinds):
        start, end = special.span()
        pieces.append(_CHANGING.sub(_singly, text[done:start]))
        origin.extend(range(done, start))
        piece = _fold_piece(text[start:end])
        pieces.append(piece)
        origin.extend([start] * len(piece))
        done = end
    pieces.append(_CHANGING.sub(_singly, text[done:]))
    origin.extend(range(done, len(text) + 1))
    # Unseen characters before the first one that is seen count as its own.
    for place in range(bisect_right(origin, origin[0], 0, len(origin) - 1)):
        origin[place] = 0
    return "".join(pieces), origin


@lru_cache(maxsize=1 << 14)
def _fold_piece(piece: str) -> str:
    """The folding of one stretch that normalisation does not reach across."""
    if _NEWER.search(piece):
        return piece
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", piece)).translate(_MARKS)
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", seen).casefold())
    folded = _UNSEEN.sub("", folded).translate(_MARKS)
    # One character that stands for a sentence (U+FDFA) stays: memory is bounded by the length of the text.
    return folded if len(folded) <= _LONGEST * len(piece) else piece


def _kind(character: str) -> str:
    """`j`: joins what stands before, or is not seen; `p`: plain, folds to one character; `x`: folds to several."""
    if _NEWER.match(character):
        return "p"
    if _UNSEEN.match(character):
        return "j"
    first = unicodedata.normalize("NFKD", character)[0]
    if unicodedata.category(first).startswith("M") or "\u1160" <= first <= "\u11ff":
        return "j"
    return "p" if len(_fold_piece(character)) == 1 else "x"


class _Kinds(dict[int, str]):
    """The kind of each character, worked out when it is first seen."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _CACHED:
            self.clear()
        return self.setdefault(code, _kind(chr(code)))


class _Singles(dict[int, str]):
    """What each plain character folds to, `_CLOSELY` for the others, worked out when it is first seen."""

    def __missing__(self, code: int) -> str:
        if len(self) >= _CACHED:
            self.clear()
        character = chr(code)
        return self.setdefault(code, _fold_piece(character) if _kind(character) == "p" else _CLOSELY)


_KINDS: Final = _Kinds()
_SINGLES: Final = _Singles()
