"""The results of a run, for people and for machines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.render import render
from kotowari.diagnostics.style import COLOURED, PLAIN
from kotowari.testing import Kind, Result, Status, Suite, diagnostics, record
from kotowari_cli import language_of
from kotowari_cli.json_text import pretty, write
from kotowari_cli.lint import seen
from kotowari_cli.options import Format
from kotowari_cli.render.view import Lines, hanging
from kotowari_cli.screen import console, print_lines, width
from kotowari_cli.strings_test import TestWords, test_words

# Build servers show messages in wide windows.
_FOR_MACHINES = 100


def write_results(  # noqa: PLR0913 - all by name but the first
    suite: Suite,
    now: datetime,
    results: Sequence[Result],
    format_: str,
    folder: Path,
    *,
    left: int,
    more: Mapping[str, object],
) -> None:
    """Print the results in a format; `left` are those that were not run after a failure.

    `more` is what else was found out, for JSON.
    """
    if format_ == Format.TEXT:
        _print_text(suite, results, left)
    elif format_ == Format.JSON:
        write(pretty({**record(suite.policy, now, results, suite.place), **more}))
    else:
        write(_rendered(suite, results, format_, folder))


def _rendered(suite: Suite, results: Sequence[Result], format_: str, folder: Path) -> bytes:
    def told(result: Result) -> tuple[str, str]:
        (diagnostic,) = diagnostics([result])
        return printable(diagnostic.message), render(diagnostic, suite.sources, width=_FOR_MACHINES)

    match format_:
        case "junit":
            from kotowari.testing.junit import to_junit

            return to_junit(results, told)
        case "tap":
            from kotowari.testing.tap import to_tap

            return to_tap(results, told).encode()
        case "github":
            from kotowari.diagnostics.github import to_github

            language = language_of()
            found = diagnostics(results, test_words(language).report)
            text = to_github(found, suite.sources, folder=seen(folder), language=language)
            return f"{text}\n".encode() if text else b""
        case "sarif":
            from kotowari import __version__
            from kotowari.diagnostics.sarif import to_sarif

            text = to_sarif(diagnostics(results), suite.sources, folder=seen(folder), version=__version__)
            return f"{text}\n".encode()
        case _:
            raise AssertionError(format_)


def _print_text(suite: Suite, results: Sequence[Result], left: int) -> None:
    language = language_of()
    words, target = test_words(language), console()
    style = COLOURED if target.color_system and not target.no_color else PLAIN
    for diagnostic in diagnostics(results, words.report):
        shown = render(diagnostic, suite.sources, style=style, width=width(target), language=language)
        print_lines(target, [Text.from_ansi(shown), Text()])
    print_lines(target, summary(words, results, left, width(target)))


def summary(words: TestWords, results: Sequence[Result], left: int, columns: int) -> Lines:
    """What is still to do, and how many there are of each."""
    lines: Lines = []
    for result in results:
        if result.status is Status.TODO:
            told = words.todo.format(name=printable(result.trial.name), reason=printable(result.trial.todo or ""))
            lines += hanging(told, columns, indent="", style="dim")
    bad = any(result.status.bad for result in results)
    text = words.comma.join(_counted(words, results, left))
    return [*lines, *hanging(text, columns, indent="", style="bold red" if bad else "bold green")]


def _counted(words: TestWords, results: Sequence[Result], left: int) -> Iterator[str]:
    statuses = Counter(result.status for result in results)
    if statuses[Status.PASSED] == len(results):
        yield words.all_hold.format(what=words.comma.join(_kinds(words, results)))
    else:
        counts = ((status, statuses[status]) for status in Status)
        yield from (words.statuses[status].format(count=count) for status, count in counts if count)
    if left:
        yield words.left.format(count=left)


def _kinds(words: TestWords, results: Sequence[Result]) -> Iterator[str]:
    """How many examples there are, and how many cases."""
    cases = sum(result.trial.kind is Kind.CASE for result in results)
    for count, texts in ((len(results) - cases, words.examples), (cases, words.cases)):
        if count:
            yield texts[count > 1].format(count=count)
