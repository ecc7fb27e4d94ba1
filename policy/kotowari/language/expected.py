"""What could have stood where something else stands, in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kotowari.diagnostics.suggest import nearest
from kotowari.language.tokens import Token

_KINDS = {
    "IDENT": "a name",
    "DOTTED": "the name of a fact",
    "STRING": "a text in quotes",
    "REGEX": "a regular expression",
    "DIGITS": "a number",
    "CURRENCY": "a currency such as `USD`",
    "CALENDAR_DATE": "a date such as `2026-04-01`",
    "CLOCK_TIME": "a time",
    "TABLE_LINE": "a line of a table",
    "$END": "the end of the file",
}
# More than this many possibilities help nobody.
MOST_NAMED = 6
SHORTEST_MISSPELT = 2


def describe(types: Iterable[str], keywords: Mapping[str, str]) -> str:
    """The tokens of these types, as a phrase: "`because` or a name"."""
    wanted = set(types)
    words = [f"`{word}`" for word, type_ in keywords.items() if type_ in wanted]
    kinds = [phrase for type_, phrase in _KINDS.items() if type_ in wanted and type_ != "$END"]
    named = kinds + sorted(words)
    if len(named) > MOST_NAMED:
        named = [*kinds[:MOST_NAMED], "another word of the language" if kinds else "a word of the language"]
    if not named:
        return "nothing more"
    return " or ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


def misspelt(token: Token, keywords: Iterable[str]) -> str | None:
    """The word of the language that was meant by a word which cannot stand where it does."""
    lowered = token.text.lower()
    if len(lowered) <= SHORTEST_MISSPELT:
        return None
    words = list(keywords)
    return lowered if lowered in words else nearest(lowered, words)
