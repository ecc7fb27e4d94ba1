"""What would be different, for people and for a pull request."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.text import Text

from kotowari.comparison.replay import Replay
from kotowari.comparison.tally import Tally
from kotowari.comparison.variants import Variant
from kotowari.diagnostics.display import printable
from kotowari_cli import language_of
from kotowari_cli.render.markdown import code
from kotowari_cli.render.request_changes import Changes, change_lines
from kotowari_cli.render.request_markdown import change_markdown
from kotowari_cli.render.view import hanging
from kotowari_cli.screen import console, print_lines, width
from kotowari_cli.strings import words_of


def print_what_if(variant: Variant, tally: Tally, *, one: bool) -> None:
    """Print what was changed of the policy, and what that changes."""
    target = console()
    changes = Changes(tally, words_of(language_of()), width(target), one)
    lines = [
        line
        for text in _made(changes, variant, lambda name: changes.words.inline(printable(name)))
        for line in hanging(text, changes.width, indent="", style="dim")
    ]
    lines += [Text(), *change_lines(changes)]
    if one and tally.same is not None:
        lines += hanging(changes.said.unchanged[0].format(verdict=changes.side(tally.same)), changes.width, indent="")
    print_lines(target, lines)


def what_if_markdown(replay: Replay, variant: Variant, tally: Tally) -> str:
    """The same in Markdown."""
    changes = Changes(tally, words_of(language_of()), 0)
    title = f"## {code(replay.old.model.name)}"
    made = [f"- {text}" for text in _made(changes, variant, code)]
    return "\n".join([title, "", *made, "", *change_markdown(changes), ""])


def _made(changes: Changes, variant: Variant, shown: Callable[[str], str]) -> Iterator[str]:
    """What is different about the policy."""
    said, comma = changes.said, changes.words.comma
    if variant.without:
        yield said.without.format(rules=comma.join(map(shown, variant.without)))
    if variant.replaced:
        yield said.replaced.format(names=comma.join(map(shown, variant.replaced)))
    if variant.added:
        yield said.added.format(names=comma.join(map(shown, variant.added)))
