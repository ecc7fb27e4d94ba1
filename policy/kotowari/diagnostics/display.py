"""Text as a terminal shows it: what is safe to print, and how many columns it takes.

A terminal obeys control characters, reorders what stands between bidirectional marks, and draws some characters two
columns wide or none. Whatever comes from a file or a request passes `printable` before it reaches one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from kotowari.regex import regex

# The ranges are spelled out so that every version of Python, each with its own Unicode tables, prints the same.
UNPRINTABLE = regex(
    r"[\x00-\x1f\x7f-\x9f"  # control characters, ESC and NUL among them
    r"\xad\u061c\u180e\u200b\u200c\u200e\u200f"  # invisible, or they turn the direction of the text
    r"\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff"  # lone surrogates: no encoding takes them
    r"\U0001d173-\U0001d17a\U000e0000-\U000e007f]"
    # A joiner belongs inside an emoji, such as a family; anywhere else it only hides.
    r"|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_JOINER = "\u200d"
_EMOJI_STYLE = "\ufe0f"
_SKIN_TONES = ("\U0001f3fb", "\U0001f3ff")
_HANGUL_TAILS = ("\u1160", "\u11ff")
# More marks than this on one character are no writing but a tower that runs over the lines above.
_MOST_MARKS = 8


def printable(text: str, *, lines: bool = False) -> str:
    r"""`text` with everything that a terminal would obey, hide or reorder made visible.

    Control characters become their pictures (`␛`), other characters an escape (`\u202e`). With `lines`, line feeds
    and tabs stay and a carriage return before a line feed goes.
    """
    if not lines:
        return UNPRINTABLE.sub(_shown, text)
    return UNPRINTABLE.sub(_shown_but_layout, text.replace("\r\n", "\n"))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def _shown_but_layout(match: re.Match[str]) -> str:
    return match[0] if match[0] in "\n\t" else _shown(match)


def columns(text: str) -> int:
    """How many columns a terminal gives to `text`: full-width characters take two, combining ones none.

    Characters that are wide in East Asian fonts alone count one.
    """
    return len(text) if text.isascii() else sum(size for _, size in clusters(text))


def clusters(text: str) -> Iterator[tuple[str, int]]:
    """The characters of `text` as a terminal draws them, each with what is drawn on it, and their columns."""
    start, size = 0, 0
    for position, char in enumerate(text):
        if position > start and _joins(text[start:position], size, char):
            size = 2 if char == _EMOJI_STYLE and size else size
        else:
            if position > start:
                yield text[start:position], size
            start, size = position, _columns_of(char)
    if text:
        yield text[start:], size


def _joins(cluster: str, size: int, char: str) -> bool:
    """Whether `char` is drawn into `cluster`, which takes `size` columns."""
    if cluster[-1] == _JOINER or (size == 2 and _SKIN_TONES[0] <= char <= _SKIN_TONES[1]):
        return True
    return _columns_of(char) == 0 and len(cluster) <= _MOST_MARKS


@lru_cache(maxsize=4096)
def _columns_of(char: str) -> int:
    if char == _JOINER or _HANGUL_TAILS[0] <= char <= _HANGUL_TAILS[1]:
        return 0
    if unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
