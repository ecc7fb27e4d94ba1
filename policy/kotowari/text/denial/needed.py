"""Makes the cues of sentences in which something may be denied (see `kotowari.text.denial.cues`) from the lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kotowari.text.denial.cues import BETWEEN_PARTS, BETWEEN_STRINGS, Need, Part
from kotowari.text.denial.lines import Speech, patterns, tokens_of, words_of


def needs_of(name: str) -> list[str]:
    """What the lines of a file that deny need, as it is listed. Raises ValueError for one that needs nothing."""
    found: set[Need] = set()
    for pattern in patterns(name, Speech.DENIES):
        need = _need(tokens_of(pattern))
        if not need:
            raise ValueError(f"{pattern} can deny in any sentence")
        found.add(need)
    weakest = [need for need in found if not any(other != need and _follows(need, other) for other in found)]
    return sorted(BETWEEN_PARTS.join(BETWEEN_STRINGS.join(sorted(part)) for part in need) for need in weakest)


def _follows(need: Need, other: Need) -> bool:
    """Whether all that the other needs is there where this is."""
    return all(any(mine <= part for mine in need) for part in other)


def _need(tokens: Iterator[re.Match[str]]) -> Need:
    """What is in all that a pattern matches."""
    options = _options(tokens)
    return tuple(
        sorted(options[0] if len(options) == 1 else _either(options), key=lambda part: (len(part), sorted(part)))
    )


def _options(tokens: Iterator[re.Match[str]]) -> list[set[Part]]:
    """The parts of each choice, up to the bracket that closes them."""
    options: list[set[Part]] = [set()]
    for token in tokens:
        match token.lastgroup, token[0]:
            case "mark", "(":
                inner = _options(tokens)
                options[-1] |= inner[0] if len(inner) == 1 else _either(inner)
            case "mark", "|":
                options.append(set())
            case "mark", _:
                break
            case _:
                words = words_of(token)
                options[-1] |= {_shortest(words)} if words else set[Part]()
    return options


def _either(options: Iterable[set[Part]]) -> set[Part]:
    """One part for several choices: of each choice the strings that are the longest; none where a choice has none."""
    worthiest = [max(parts, key=_worth, default=None) for parts in options]
    if None in worthiest:
        return set()
    return {_shortest(string for part in worthiest for string in part or ())}


def _worth(part: Part) -> tuple[int, int, list[str]]:
    """The longer the shortest of them, the seldomer they are found for nothing."""
    return min(map(len, part)), -len(part), sorted(part)


def _shortest(strings: Iterable[str]) -> Part:
    """Those of the strings that none of the others stands in."""
    kept: list[str] = []
    for string in sorted(set(strings), key=lambda string: (len(string), string)):
        if not any(other in string for other in kept):
            kept.append(string)
    return frozenset(kept)
