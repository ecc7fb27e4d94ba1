"""Words of the language that stand together with a name, as in `because安心`: Japanese has no blanks between words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Final

from kotowari.language.tokens import Shape, Token

_BEFORE: Final = re.compile(r"([a-z]+)(?=[^\x00-\x7f]|[0-9])")
_BEHIND: Final = re.compile(r"(?<=[^\x00-\x7f])[a-z]+$")


def parted(token: Token, keywords: Collection[str]) -> Iterator[tuple[Token, Token]]:
    """The two words that a token may be where one of them, the first or the last, is one of the language."""
    if token.shape not in {Shape.WORD, Shape.DOTTED}:
        return
    before, behind = _BEFORE.match(token.text), _BEHIND.search(token.text)
    if before is not None and before[1] in keywords:
        yield _parts(token, before.end())
    if behind is not None and behind.group() in keywords:
        yield _parts(token, behind.start())


def _parts(token: Token, place: int) -> tuple[Token, Token]:
    """A token in two; what is not ASCII may be shorter here than in the source, so places count from the other end."""
    one, other = token.text[:place], token.text[place:]
    middle = token.start + place if one.isascii() else token.end - len(other)
    return (
        token._replace(shape=_shape(one), text=one, end=middle),
        token._replace(shape=_shape(other), text=other, start=middle, first=False, column=0),
    )


def _shape(text: str) -> Shape:
    if text[0].isdecimal():
        return Shape.DIGITS
    return Shape.DOTTED if "." in text else Shape.WORD
