"""Small pieces of a policy as they were written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.model.template import Placeholder, Template
from kotowari.text.patterns.pattern import Pattern
from kotowari_cli.strings_show import ShowWords


def template_text(template: Template) -> str:
    """A text with its placeholders in braces."""
    return "".join(_placeholder(piece) if isinstance(piece, Placeholder) else piece for piece in template.pieces)


def _placeholder(piece: Placeholder) -> str:
    return f"{{{piece.name}}}" if piece.fallback is None else f"{{{piece.name}|{piece.fallback}}}"


def pattern_text(pattern: Pattern) -> str:
    """A pattern with what makes it special."""
    return f"exactly {pattern.text}" if pattern.exact else pattern.text


def days(words: ShowWords, starts: date | None, ends: date | None) -> str:
    """From when until when something holds."""
    return " ".join(pattern.format(day=day) for pattern, day in ((words.starts, starts), (words.ends, ends)) if day)


def written(span: Span, sources: Mapping[str, Source]) -> str:
    """What stands at a place of a policy, on one line."""
    source = sources.get(span.source)
    return printable(" ".join(source.text[span.start : span.end].split())) if source else ""


def place(span: Span, sources: Mapping[str, Source]) -> str:
    """A place of a policy as people look it up: file and line."""
    source = sources.get(span.source)
    return printable(f"{span.source}:{source.place(span.start)[0]}") if source else printable(span.source)
