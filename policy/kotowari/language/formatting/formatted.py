"""Formatting a source, and the proof that it means the same."""

from __future__ import annotations

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.language.formatting.lines import Liner
from kotowari.language.formatting.page import Page
from kotowari.language.formatting.remarks import comment_text, find_remarks
from kotowari.language.formatting.tree import Written, leaves, read_written
from kotowari.language.parse import Parsed, parse
from kotowari.record import record


class MeaningChangedError(AssertionError):
    """The layout of a file would have changed its meaning or its comments: a fault of the formatter."""


@record
class Formatted:
    """A file in its one layout; `text` is None where `faults` say why it cannot be read."""

    text: str | None
    faults: tuple[Diagnostic, ...]


def format_source(source: Source) -> Formatted:
    """The source in its one layout, with line feeds for line breaks.

    What cannot be parsed is not formatted. Raises MeaningChangedError where the result would not mean the same or would
    not have the same comments.
    """
    before = parse(source)
    if before.faults:
        return Formatted(None, before.faults)
    text = _laid_out(read_written(source))
    check_same(source, before, Source(source.name, text))
    return Formatted(text, ())


def _laid_out(written: Written) -> str:
    source = written.source
    words = [leaf for declaration in written.declarations for leaf in leaves(declaration)]
    remarks = find_remarks(source, words, written.comments)
    return Page(source, remarks).text(Liner(written, remarks).lines())


def check_same(source: Source, before: Parsed, formatted: Source) -> None:
    """Whether `formatted` has the meaning and the comments of the source. Raises MeaningChangedError where not."""
    after = parse(formatted)
    if after.faults or after.file.declarations != before.file.declarations:
        raise MeaningChangedError(f"the layout of {source.name} changes its meaning")
    if _comments(formatted, after) != _comments(source, before):
        raise MeaningChangedError(f"the layout of {source.name} changes its comments")


def _comments(source: Source, parsed: Parsed) -> list[str]:
    return [comment_text(source, span) for span in parsed.file.comments]
