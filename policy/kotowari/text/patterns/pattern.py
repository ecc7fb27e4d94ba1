"""Patterns, as a policy writes them, made ready to match."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from kotowari.record import record
from kotowari.text.errors import PatternError
from kotowari.text.patterns.nodes import Phrase

if TYPE_CHECKING:
    from kotowari.text.regular.linear import LinearExpression

__all__ = ["Expression", "Matcher", "Pattern", "PatternError", "Words", "compile_pattern"]


@record
class Pattern:
    """One pattern as written.

    With `exact`, words match themselves alone and not their inflections. With `regex`, the text is a regular
    expression; the slashes around it may be left out.
    """

    text: str
    exact: bool = False
    regex: bool = False


@record
class Words:
    """A pattern of words, ready to match."""

    phrase: Phrase


@record
class Expression:
    """A regular expression, ready to run over folded texts."""

    expression: LinearExpression


Matcher: TypeAlias = Words | Expression


@lru_cache(maxsize=1 << 13)
def compile_pattern(pattern: Pattern) -> Matcher:
    """The pattern ready to match; raises `PatternError` with offsets in the pattern's text.

    Raises `morphemes.MissingJapanese` where the pattern has Japanese, and what reads it is not installed.
    """
    # What reads patterns is slow to import, and a policy that was compiled before needs none of it.
    from kotowari.text.patterns.syntax import parse  # noqa: PLC0415
    from kotowari.text.regular.expressions import compile_expression  # noqa: PLC0415

    if not pattern.regex:
        return Words(parse(pattern.text, exact=pattern.exact))
    slashes = len(pattern.text) > 1 and pattern.text.startswith("/") and pattern.text.endswith("/")
    try:
        return Expression(compile_expression(pattern.text[1:-1] if slashes else pattern.text))
    except PatternError as error:
        moved = int(slashes)
        raise PatternError(error.message, error.start + moved, error.end + moved, error.help) from error
