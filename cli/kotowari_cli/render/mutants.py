"""The mutants that nobody noticed, and how many there are, for people."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from kotowari.cases.mutation.mutant import Sort
from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.render import render
from kotowari.diagnostics.style import COLOURED, PLAIN
from kotowari.testing import Suite
from kotowari.testing.mutation_report import diagnostic
from kotowari.testing.mutation_run import Fate, Judged, score
from kotowari.testing.suggested import pasted
from kotowari_cli import language_of
from kotowari_cli.render.view import Lines
from kotowari_cli.screen import console, print_lines, width
from kotowari_cli.strings_mutation import MutationWords, mutation_words

_GAP = 2


def print_mutants(suite: Suite, found: Sequence[Judged]) -> None:
    """Print each survivor with the case that would notice it, then the table of all."""
    language = language_of()
    words, target = mutation_words(language), console()
    style = COLOURED if target.color_system and not target.no_color else PLAIN
    taken = {trial.name for trial in suite.trials}
    for one in (one for one in found if one.fate is Fate.SURVIVED):
        survivor = diagnostic(one, words.mutant)
        shown = render(survivor, suite.sources, style=style, width=width(target), language=language)
        paste = pasted(suite.policy.model, one.catch, taken).splitlines() if one.catch else []
        print_lines(target, [Text(), Text.from_ansi(shown), *(Text(printable(line)) for line in paste)])
    print_lines(target, [Text(), *table(words, found)])


def table(words: MutationWords, found: Sequence[Judged]) -> Lines:
    """How many of each sort were noticed, and the score."""
    counts = {sort: [one.fate for one in found if one.mutant.sort is sort] for sort in Sort}
    rows = [(words.sorts[sort], *(str(fates.count(fate)) for fate in Fate)) for sort, fates in counts.items() if fates]
    heads = (words.title, *(words.fates[fate] for fate in Fate))
    widths = [max(columns(cell) for cell in column) for column in zip(heads, *rows, strict=True)]
    lines = [_row(heads, widths, "bold"), *(_row(row, widths, "") for row in rows)]
    share = score(found)
    told = words.of.format(covered=share.covered, total=share.total)
    return [*lines, Text(), Text(f"{words.score}  {share.percent}%  {told}", "bold")]


def _row(cells: Sequence[str], widths: Sequence[int], style: str) -> Text:
    first, *others = zip(cells, widths, strict=True)
    numbers = "".join(" " * (_GAP + wide - columns(cell)) + cell for cell, wide in others)
    return Text(first[0] + " " * (first[1] - columns(first[0])) + numbers, style)
