r"""Regular expressions in linear time, by allowing only those for which Python's `re` is linear.

    expression = sequence { "|" sequence }
    sequence   = { atom [ ( "*" | "+" | "?" | "{n}" | "{n,}" | "{n,m}" ) [ "?" ] ] }
    atom       = CHARACTER | "." | "^" | "$" | "[" { member } "]" | "(" expression ")" | "(?:" expression ")" | escape
    escape     = "\" ( "d" | "D" | "w" | "W" | "s" | "S" | "b" | "B" | "n" | "t" | SIGN )

What is read is written anew: folded like the texts it is to match, and with open repetitions closed at `REACH`. `ways`
counts how often the machine may have to try again from one start; their product is bounded. `compile_expression` is
the one door, so that an engine which is linear by construction can take its place. `\w`, `\d` and `\b` mean ASCII, so
that Latin words have edges inside Japanese.
"""

from __future__ import annotations

import re
import string
from dataclasses import dataclass, replace
from typing import Final

from kotowari.text.errors import PatternError
from kotowari.text.fold import fold

REACH: Final = 200
MOST_REPEATED: Final = 1000
MOST_WAYS: Final = 1000
MOST_CHARACTERS: Final = 3000
DEEPEST: Final = 10
LONGEST: Final = 500
_QUANTIFIER: Final = re.compile(r"(?:([*+?])|\{(\d{1,9})(?:(,)(\d{1,9})?)?\})(\??)")
_LITERAL: Final = re.compile("(?s:.)[\u0300-\u036f\u3099\u309a\uff9e\uff9f]*")
_ESCAPE: Final = re.compile(r"\\([dDwWsSbBnt]|[^\w\s])")
_SAMPLE: Final = string.printable + "éß٣あア漢ー。"
_UNSUPPORTED: Final = {"=": "looking ahead", "!": "looking ahead", "<": "looking behind", ">": "an atomic group"}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of an expression: how it is written for `re`, and what it can cost."""

    source: str
    ways: int = 1
    most: int = 1  # the characters of its longest match
    empty: bool = False  # can match no character at all
    repeats: bool = False  # holds a repetition
    single: str = ""  # the atom, where the part is one character or a repetition of one


def compile_expression(text: str) -> re.Pattern[str]:
    """The expression, ready to run over folded texts in linear time; raises `PatternError`."""
    if len(text) > LONGEST:
        raise PatternError(f"this expression has more than {LONGEST} characters", LONGEST, len(text), "write several")
    part = _Reader(text).whole()
    if part.empty:
        raise PatternError(
            "this expression matches the empty text, and so everywhere", 0, len(text), "ask for a character"
        )
    if part.ways > MOST_WAYS:
        raise PatternError(
            "this expression could take too long: its repetitions can share the same characters in too many ways",
            0, len(text), "let a repetition end where what follows it begins, or bound it: `{1,5}`",
        )  # fmt: skip
    if part.most > MOST_CHARACTERS:
        message = f"this expression can match more than {MOST_CHARACTERS} characters at once"
        raise PatternError(message, 0, len(text), "ask for less repetition")
    try:
        return re.compile(part.source, re.ASCII)
    except re.error as error:  # such as a range that runs backwards
        raise PatternError(f"this expression cannot be read: {error.msg}", 0, len(text), "correct it") from error


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0

    def whole(self) -> _Part:
        part = self.expression(0)
        if self.place < len(self.text):
            raise self.error("this `)` closes no bracket", r"write `\)` for the sign")
        return part

    def expression(self, depth: int) -> _Part:
        if depth > DEEPEST:
            raise self.error(f"brackets stand more than {DEEPEST} deep here", "write several expressions")
        options = [self.sequence(depth)]
        while self.take("|"):
            options.append(self.sequence(depth))
        if len(options) == 1:
            return options[0]
        return _Part(
            "|".join(option.source for option in options),
            sum(option.ways for option in options),
            max(option.most for option in options),
            any(option.empty for option in options),
            any(option.repeats for option in options),
        )

    def sequence(self, depth: int) -> _Part:
        parts: list[_Part] = []
        while self.place < len(self.text) and self.text[self.place] not in "|)":
            parts.append(self.repeated(self.atom(depth)))
        ways = 1
        for index, part in enumerate(parts):
            following = parts[index + 1] if index + 1 < len(parts) else None
            ways *= 1 if following and self.settled(part, following) else part.ways
        return _Part(
            "".join(part.source for part in parts),
            min(ways, MOST_WAYS + 1),
            sum(part.most for part in parts),
            all(part.empty for part in parts),
            any(part.repeats for part in parts),
            parts[0].single if len(parts) == 1 and not parts[0].repeats else "",
        )

    def settled(self, part: _Part, following: _Part) -> bool:
        """Whether a repetition can end in one place only: what follows shares no character with it."""
        if not (part.single and following.single) or following.empty:
            return False
        one, other = (re.compile(each.single, re.ASCII) for each in (part, following))
        sample = _SAMPLE + fold(self.text).text
        return not any(one.fullmatch(character) and other.fullmatch(character) for character in sample)

    def repeated(self, atom: _Part) -> _Part:
        found = _QUANTIFIER.match(self.text, self.place)
        if not found:
            return atom
        low, high = _bounds(found)
        if max(low, high or 0) > MOST_REPEATED:
            raise self.error(f"a repetition goes up to {MOST_REPEATED} at most", "write a smaller number", found)
        if high is not None and low > high:
            raise self.error("this repetition goes from more to less", f"write `{{{high},{low}}}`", found)
        if atom.empty:
            raise self.error("there is nothing here to repeat", "take the repetition out", found)
        most = max(REACH, low) if high is None else high
        if most > 1 and not atom.single and (atom.repeats or atom.ways > 1):
            raise self.error(
                "a repetition of a bracket that itself repeats or chooses can take forever",
                "repeat single characters, or write the cases out", found,
            )  # fmt: skip
        self.place = found.end()
        if _QUANTIFIER.match(self.text, self.place) or self.text.startswith("+", self.place):
            raise self.error("a repetition cannot be repeated", "take one of them out")
        source = f"(?:{atom.source}){{{low},{most}}}{found[5]}"
        return replace(
            atom, source=source, ways=atom.ways + most - low, most=atom.most * most, empty=low == 0, repeats=True
        )

    def atom(self, depth: int) -> _Part:
        sign = self.text[self.place]
        if sign == "(":
            return self.group(depth)
        if sign == "[":
            return self.characters()
        if sign == "\\":
            return self.escape()
        if _QUANTIFIER.match(self.text, self.place):
            raise self.error("there is nothing here to repeat", rf"write `\{sign}` for the sign")
        if sign in ".^$":
            self.place += 1
            return _Part(sign, single=".") if sign == "." else _Part(sign, empty=True)
        return self.literal()

    def literal(self) -> _Part:
        found = _LITERAL.match(self.text, self.place)
        assert found
        self.place = found.end()
        folded = fold(found.group()).text
        if not folded:
            raise self.error("this character is not seen in any text", "take it out", found)
        source = re.escape(folded)
        return _Part(source, single=source) if len(folded) == 1 else _Part(f"(?:{source})", most=len(folded))

    def escape(self) -> _Part:
        found = _ESCAPE.match(self.text, self.place)
        if not found:
            back = self.text[self.place + 1 : self.place + 2].isdigit()
            raise self.error(
                "referring back to a bracket is not possible here" if back else "this escape is not known here",
                r"there are \d \w \s \b, their opposites in capitals, \n, \t, and signs: `\.`",
            )
        self.place = found.end()
        return _Part(found.group(), empty=True) if found[1] in "bB" else _Part(found.group(), single=found.group())

    def group(self, depth: int) -> _Part:
        opened = self.place
        self.place += 1
        if self.take("?") and not self.take(":"):
            kind = _UNSUPPORTED.get(self.text[self.place : self.place + 1], "this kind of bracket")
            raise self.error(f"{kind} is not possible here", "write `(…)` or `(?:…)`; nothing else runs in linear time")
        inner = self.expression(depth + 1)
        if not self.take(")"):
            self.place = opened
            raise self.error("this `(` is not closed", r"write `)`, or `\(` for the sign")
        return replace(inner, source=f"(?:{inner.source})")

    def characters(self) -> _Part:
        opened = self.place
        self.place += 1
        source = "[^" if self.take("^") else "["
        members = 0
        while not self.take("]"):
            if self.place >= len(self.text):
                self.place = opened
                raise self.error("this `[` is not closed", r"write `]`, or `\[` for the sign")
            member = self.member()
            if self.text.startswith("-", self.place) and not self.text.startswith("-]", self.place):
                self.place += 1
                member += "-" + self.member()
            source += member
            members += 1
        if not members:
            raise self.error("there is nothing between these brackets", r"write `\]` for the sign")
        return _Part(source + "]", single=source + "]")

    def member(self) -> str:
        """One character, or class of characters, between `[` and `]`."""
        found = _LITERAL.match(self.text, self.place)
        if not found:
            raise self.error("this range is not closed", r"write `\-` for the sign")
        if found.group() == "\\":
            return self.escape().source
        folded = fold(found.group()).text
        if len(folded) != 1:
            raise self.error(
                "this character folds to several and cannot stand between `[` and `]`", "write `(…|…)`", found
            )
        self.place = found.end()
        return re.escape(folded)

    def take(self, sign: str) -> bool:
        found = self.text.startswith(sign, self.place)
        self.place += len(sign) if found else 0
        return found

    def error(self, message: str, help_: str, found: re.Match[str] | None = None) -> PatternError:
        start, end = found.span() if found else (self.place, self.place + 1)
        start = min(start, len(self.text) - 1)
        return PatternError(message, start, max(start, min(end, len(self.text))), help_)


def _bounds(found: re.Match[str]) -> tuple[int, int | None]:
    """The least and the most of a repetition; None is open."""
    match found[1]:
        case "*":
            return 0, None
        case "+":
            return 1, None
        case "?":
            return 0, 1
        case _:
            low = int(found[2])
            return low, int(found[4]) if found[4] else None if found[3] else low
