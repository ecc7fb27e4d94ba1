"""`kotowari test --suggest`: examples and cases for what nobody has tried, ready to paste."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from kotowari.cases.aims import Aim, Lack
from kotowari.diagnostics.display import printable
from kotowari.testing import Suite
from kotowari.testing.suggest import Suggested, Suggester
from kotowari.testing.suggested import Reason, blocks
from kotowari_cli import language_of
from kotowari_cli.counting import counted
from kotowari_cli.json_text import write
from kotowari_cli.screen import print_note
from kotowari_cli.strings_coverage import CoverageWords, coverage_words
from kotowari_cli.strings_suggest import SuggestWords, suggest_words


def suggested(
    suite: Suite, now: datetime, rules: frozenset[str] | None, files: frozenset[str] | None
) -> tuple[Suggested, ...]:
    """What there is to suggest, for these rules and files alone where they are named."""
    words = suggest_words(language_of())
    found = Suggester(suite.policy, suite.trials, now, _wanted(rules, files))
    return tuple(counted(found.run(), len(found.aims), words.unit))


def _wanted(rules: frozenset[str] | None, files: frozenset[str] | None) -> Callable[[Aim], bool]:
    def wanted(aim: Aim) -> bool:
        named = rules is None or aim.unit.name in rules or not rules.isdisjoint(aim.unit.rows)
        return named and (files is None or aim.unit.span.source in files)

    return wanted


def print_suggestions(suite: Suite, found: Sequence[Suggested]) -> None:
    """Print all of them, as comments and what is to be pasted."""
    words, told = suggest_words(language_of()), coverage_words(language_of())
    ready = [
        Reason(one.proposal, lack(told, words, one.aim), one.aim.topic) for one in found if one.proposal is not None
    ]
    if not found:
        print_note(words.nothing)
        return
    lines = [f"# {words.judge}\n"] if ready else []
    names = {trial.name for trial in suite.trials}
    for block in blocks(suite.policy.model, ready, names):
        head = words.cases if block.rule is None else words.below
        lines.append(f"\n# {printable(head.format(file=block.file, rule=block.rule))}\n{block.text()}")
    lines += _missed(suite, found, told, words)
    write("".join(lines).lstrip("\n").encode())


def _missed(suite: Suite, found: Sequence[Suggested], told: CoverageWords, words: SuggestWords) -> Iterator[str]:
    missed = [one.aim for one in found if one.proposal is None]
    if missed:
        yield f"\n# {words.not_found}\n"
    for aim in missed:
        yield f"#   {suite.place(aim.span)}  {aim.unit.name}: {lack(told, words, aim, alone=True)}\n"


def lack(told: CoverageWords, words: SuggestWords, aim: Aim, *, alone: bool = False) -> str:
    """What is not tried, in one line; of patterns all of a topic unless one stands `alone`."""
    text = printable(" ".join(aim.text.split()))
    match aim.lack:
        case Lack.FIRED:
            return told.never_fired if aim.unit.is_rule else told.never_held
        case Lack.CLAUSE:
            return (told.no_true if aim.truth else told.no_false).format(clause=text)
        case Lack.SIDE:
            return words.one_side.format(clause=text + told.ends[aim.end])
        case Lack.LANGUAGE:
            return told.no_text.format(languages=aim.language)
        case Lack.PATTERN:
            topic = words.no_pattern.format(topic=aim.topic)
            return f"{topic}: {text}" if alone else topic
