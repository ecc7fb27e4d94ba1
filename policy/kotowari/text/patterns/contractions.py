"""Words that say no to a verb (can't, cannot, can not): a pattern with one of them finds the others too."""

from __future__ import annotations

from functools import cache
from typing import Final

from kotowari.text.fold import fold
from kotowari.text.lexicon import lines
from kotowari.text.patterns.nodes import Choice, Gap, Node, Phrase, Step, Word

_NOT: Final = frozenset({"not"})


def negated(word: str) -> Node | None:
    """What stands for a folded word that holds its own "not"; None for other words."""
    return _by_word().get(word)


def with_not(word: str) -> Node | None:
    """What stands for a folded verb and the "not" after it; None where the two do not grow together."""
    return _by_verb().get(word)


@cache
def _families() -> list[tuple[frozenset[str], frozenset[str], Node]]:
    families: list[tuple[frozenset[str], frozenset[str], Node]] = []
    for line in lines("contractions.en.txt"):
        verbs, words = (frozenset(fold(part).text.split()) for part in line.split(":"))
        apart = Phrase((Step(Gap.NONE, Word(verbs)), Step(Gap.WORDS, Word(_NOT))))
        families.append((verbs, words, Choice((Phrase((Step(Gap.NONE, Word(words)),)), apart))))
    return families


@cache
def _by_word() -> dict[str, Node]:
    return {word: node for _, words, node in _families() for word in words}


@cache
def _by_verb() -> dict[str, Node]:
    return {verb: node for verbs, _, node in _families() for verb in verbs}
