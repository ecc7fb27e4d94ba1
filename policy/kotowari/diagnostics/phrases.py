"""Where a Japanese sentence may break so that it still reads well: between its phrases, as people pause.

A phrase mostly ends in hiragana and the next begins with another script, so nothing but the characters has to be known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kotowari.regex import regex

# What stands in backticks is one name, unless it is longer than any.
_TOKENS = regex(r"`[^`]{1,40}`|(?s:.)")
_HIRAGANA = regex("[\u3041-\u309f]")
# Kanji, katakana, Latin letters and digits.
_OTHER = regex("[々〆\u30a1-\u30fa\u3400-\u9fff\uf900-\ufaffA-Za-z0-9Ａ-Ｚａ-ｚ０-９]")
_STOPS = frozenset("、。，．：；！？")
_CLOSING = frozenset("」』）］｝】〕”’")
_OPENING = frozenset("「『（［｛【〔“‘`")
# A single hiragana between two kanji parts phrases where it is one of these, else it stands within a verb: 取り除く.
_PARTICLES = frozenset("がをにはのでともへやか")
# They belong to the word behind them, as in お客様.
_HONORIFIC = frozenset("おご")


def phrases(text: str) -> Iterator[str]:
    """The stretches of `text` between which a line may break, each with the spaces before it; together they are it."""
    tokens = _TOKENS.findall(text)
    piece: list[str] = []
    for place, token in enumerate(tokens):
        if piece and _breaks(tokens, place):
            yield "".join(piece)
            piece.clear()
        piece.append(token)
    if piece:
        yield "".join(piece)


def _breaks(tokens: Sequence[str], place: int) -> bool:
    """Whether a line may end before the token at `place`."""
    last, first = tokens[place - 1][-1], tokens[place][0]
    behind = tokens[place + 1][0] if place + 1 < len(tokens) else ""
    if first == " ":  # what follows in hiragana belongs to what stands before the space
        return last != " " and not _HIRAGANA.match(behind)
    if last in _STOPS:
        return first not in _STOPS and first not in _CLOSING
    if first in _OPENING:
        return last in _CLOSING or _HIRAGANA.match(last) is not None or _OTHER.match(last) is not None
    before = tokens[place - 2][-1] if place > 1 else ""
    within = last not in _PARTICLES and _OTHER.match(before) is not None
    if not _HIRAGANA.match(last) or last in _HONORIFIC or within:
        return False
    return _OTHER.match(first) is not None or (first in _HONORIFIC and _OTHER.match(behind) is not None)
