"""Names chosen by patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from fnmatch import translate

_WILD = re.compile(r"[*?\[]")


def chosen(name: str, patterns: Iterable[str]) -> bool:
    """Whether one of the patterns stands in a name or, where it has `*`, `?` or `[…]`, matches the whole of it.

    Case and width make no difference.
    """
    text = _folded(name)
    return any(_matches(text, _folded(pattern)) for pattern in patterns)


def _matches(text: str, pattern: str) -> bool:
    if pattern in text:
        return True
    return bool(_WILD.search(pattern)) and re.compile(translate(pattern)).match(text) is not None


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
