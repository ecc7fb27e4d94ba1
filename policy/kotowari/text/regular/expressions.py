r"""Regular expressions of patterns: `/…/`, in the syntax of RE2, over folded texts.

The letters of an expression are folded like the texts that it is to match; what is a sign of the language of
expressions stays (`\S` is not `\s`). `\w`, `\d` and `\b` mean ASCII, so that Latin words have edges inside Japanese.
"""

from __future__ import annotations

import re
from typing import Final

from kotowari.diagnostics.said import say
from kotowari.text.errors import PatternError
from kotowari.text.fold import fold
from kotowari.text.regular.linear import LinearError, LinearExpression, escape

LONGEST: Final = 500
# What it takes to run an expression, in instructions of RE2; more would be slow wherever its automaton does not help.
LARGEST: Final = 1500

# What is kept as written, classes of characters, and single characters with the marks that join them.
_PIECE: Final = re.compile(
    r"(?P<sign>\\[pP](?:\{\^?\w+\}|\w)|\\x(?:\{[0-9a-fA-F]+\}|[0-9a-fA-F]{2})|\\.|\(\?P?<\w+>|\(\?[a-zA-Z-]+[:)]|\[:\^?\w+:\])"
    r"|(?P<class>\[)\^?\]?"
    "|(?P<letter>(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*)"
)
# What RE2 says, what that is to a person, and what to do.
_MESSAGES: Final = {
    "missing )": (say("this `(` is not closed"), say(r"write `)`, or `\(` for the sign")),
    "unexpected )": (say("this `)` closes no bracket"), say(r"write `\)` for the sign")),
    "missing ]": (say("this `[` is not closed"), say(r"write `]`, or `\[` for the sign")),
    "invalid character class range": (say("this range cannot be read"), say("write it from lower to higher: `[a-f]`")),
    "bad repetition operator": (say("a repetition cannot be repeated"), say("take one of them out")),
    "no argument for repetition operator": (
        say("there is nothing here to repeat"),
        say(r"write `\` before it for the sign"),
    ),
    "invalid repetition size": (
        say("a repetition goes from less to more, up to 1000"),
        say("write smaller numbers in order"),
    ),
    "invalid escape sequence": (
        say("this escape is not known here"),
        say(
            r"there are \d \w \s \b, their opposites in capitals, \p{{…}}, \n, \t, and signs: `\.`; no references back"
        ),
    ),
    "trailing \\": (say(r"this `\` stands before no sign"), say(r"write `\\` for the sign itself")),
    "invalid perl operator": (
        say("this kind of bracket is not possible here"),
        say("write `(…)` or `(?:…)`; looking ahead or behind does not run in linear time"),
    ),
    "invalid named capture group": (say("this name of a bracket cannot be read"), say("write `(…)`")),
    "pattern too large": (say("this expression is too large"), say("ask for less repetition")),
}


def compile_expression(text: str) -> LinearExpression:
    """The expression, ready to run over folded texts; raises `PatternError`."""
    if len(text) > LONGEST:
        raise PatternError(
            say("this expression has more than {longest} characters", longest=LONGEST),
            LONGEST,
            len(text),
            say("write several"),
        )
    try:
        expression = LinearExpression(_folded(text))
    except LinearError as error:
        raise _explained(text, str(error)) from error
    if expression.size > LARGEST:
        raise PatternError(say("this expression is too large"), 0, len(text), say("ask for less repetition"))
    if expression.search("") is not None:
        raise PatternError(
            say("this expression matches the empty text, and so everywhere"), 0, len(text), say("ask for a character")
        )
    return expression


def _folded(text: str) -> str:
    """The expression with its letters folded; raises `PatternError`."""
    pieces: list[str] = []
    in_class = False
    for found in _PIECE.finditer(text):
        piece = found.group()
        if found["class"] and not in_class:
            in_class = True
        elif found["letter"] or found["class"]:
            in_class = in_class and piece != "]"
            piece = piece.lower() if piece.isascii() else _folded_letter(found, in_class=in_class)
        pieces.append(piece)
    return "".join(pieces)


def _folded_letter(found: re.Match[str], *, in_class: bool) -> str:
    """What a character outside of ASCII folds to, for itself: a full-width `（` opens no bracket."""
    folded = fold(found.group()).text
    if not folded:
        raise PatternError(say("this character is not seen in any text"), *found.span(), say("take it out"))
    if len(folded) > 1 and in_class:
        raise PatternError(
            say("this character counts as `{folded}`, more than one", folded=folded),
            *found.span(),
            say("write it outside of `[ ]`"),
        )
    return escape(folded) if len(folded) == 1 else f"(?:{escape(folded)})"


def _explained(text: str, said: str) -> PatternError:
    """What RE2 says of an expression, as an error at the place that it names."""
    kind, _, piece = said.partition(": ")
    message, advice = _MESSAGES.get(kind, (say("this expression cannot be read: {said}", said=said), say("correct it")))
    if kind in {"missing )", "missing ]"}:
        start, piece = _unclosed(text), "("
    elif kind == "unexpected )":
        start, piece = text.rfind(")"), ")"
    else:
        start = text.find(piece)
    return PatternError(message, *((start, start + len(piece)) if piece and start >= 0 else (0, len(text))), advice)


def _unclosed(text: str) -> int:
    """Where the innermost bracket stands that is not closed."""
    opened: list[int] = []
    in_class = False
    for found in _PIECE.finditer(text):
        piece = found.group()
        if found["class"] and not in_class:
            in_class = True
            opened.append(found.start())
        elif in_class:
            if piece == "]":
                in_class = False
                opened.pop()
        elif piece.startswith("(") and not piece.endswith(")"):
            opened.append(found.start())
        elif piece == ")" and opened:
            opened.pop()
    return opened[-1] if opened else 0
