"""Short strings without which a pattern cannot match, for a plain search to find."""

from __future__ import annotations

from kotowari.text.patterns.needs import strings_of, worthiest
from kotowari.text.patterns.nodes import Choice, Node, Prefix, Word
from kotowari.text.patterns.pattern import Expression, Matcher


def needles(matcher: Matcher) -> tuple[str, ...] | None:
    """Strings one of which is in every folded text that the pattern matches in; None where there are none such."""
    if isinstance(matcher, Expression):
        return None
    return worthiest(strings_of(step.node) for step in matcher.phrase.steps) or None


def begin_words(matcher: Matcher) -> bool:
    """Whether one of the needles begins a word wherever the pattern matches: after no letter, perhaps after a digit."""
    return not isinstance(matcher, Expression) and all(_is_of_words(step.node) for step in matcher.phrase.steps)


def _is_of_words(node: Node) -> bool:
    if isinstance(node, Choice):
        return all(_is_of_words(step.node) for option in node.options for step in option.steps)
    return isinstance(node, Word | Prefix)
