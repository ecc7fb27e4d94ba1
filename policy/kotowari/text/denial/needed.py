"""Makes what is kept of the lines: the cues of sentences in which something may be denied (see `cues`), and forms."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from kotowari.text.denial.cues import BETWEEN_PARTS, BETWEEN_STRINGS, Need, Part
from kotowari.text.denial.lines import FILES, Speech, forms_of, patterns, spelled_out, tokens_of, words_of


def needs_of(name: str) -> list[str]:
    """What the lines of a file that deny need, as it is listed. Raises ValueError for one that needs nothing."""
    found = {need for _, need in _needs(name, {Speech.DENIES})}
    weakest = [need for need in found if not any(other != need and _follows(need, other) for other in found)]
    return sorted(map(_written, weakest))


def numbered_needs_of(name: str) -> list[str]:
    """What each line of a file needs, behind its number, as it is listed. Raises ValueError as above."""
    return [f"{number}{BETWEEN_PARTS}{_written(need)}" for number, need in _needs(name, set(Speech))]


def _needs(name: str, speeches: Collection[Speech]) -> Iterator[tuple[int, Need]]:
    for number, (speech, pattern) in enumerate(spelled_out(name)):
        if speech in speeches:
            need = _need(tokens_of(pattern))
            if not need:
                raise ValueError(f"{pattern} can match in any sentence")
            yield number, need


def _written(need: Need) -> str:
    return BETWEEN_PARTS.join(BETWEEN_STRINGS.join(sorted(part)) for part in need)


def _follows(need: Need, other: Need) -> bool:
    """Whether all that the other needs is there where this is."""
    return all(any(mine <= part for mine in need) for part in other)


def _need(tokens: Iterator[re.Match[str]]) -> Need:
    """What is in all that a pattern matches."""
    options = _options(tokens)
    return tuple(
        sorted(options[0] if len(options) == 1 else _either(options), key=lambda part: (len(part), sorted(part)))
    )


def written_forms() -> list[str]:
    """The lines of the file with the forms of the data's words: each word with its own."""
    every = (pattern for name in FILES for speech in Speech for pattern in patterns(name, speech))
    tokens = (token for pattern in every for token in tokens_of(pattern))
    words = {token[0] for token in tokens if token.lastgroup == "word"}
    return [" ".join((word, *forms_of(word))) for word in sorted(words)]


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
