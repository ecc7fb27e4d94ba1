"""What is written where the encoding of a terminal or a pipe lacks a character."""

from __future__ import annotations

import codecs
import sys
from io import TextIOWrapper

_NAME = "kotowari"
# The signs of our own have plain ones that stand in for them; everything else becomes a question mark.
_PLAIN = {
    "─": "-",
    "│": "|",
    "╭": "+",
    "╰": "+",
    "├": "+",
    "┆": ":",
    "✓": "+",
    "✗": "-",
    "→": "->",
    "…": "...",
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "—": "-",
    "×": "x",
}


def tolerate_every_encoding() -> None:
    """Let standard output and standard error take every text: what their encoding lacks is no reason to stop."""
    codecs.register_error(_NAME, _stand_in)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors=_NAME)


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(_PLAIN.get(char, "?") for char in error.object[error.start : error.end]), error.end
