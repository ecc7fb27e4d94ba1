"""`kotowari show`: what a policy says, as a list or one thing in full."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click
from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari.diagnostics.said import say
from kotowari.diagnostics.suggest import nearest
from kotowari_cli import language_of, locate
from kotowari_cli.describe.find import find
from kotowari_cli.describe.full import full
from kotowari_cli.describe.things import Kind, Thing, things
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure
from kotowari_cli.names import Names
from kotowari_cli.options import asking, policy_option
from kotowari_cli.render.view import hanging
from kotowari_cli.screen import console, print_lines, width
from kotowari_cli.strings import words_of
from kotowari_cli.strings_show import ENGLISH, JAPANESE, ShowWords, show_words
from kotowari_cli.tables import table

if TYPE_CHECKING:
    from kotowari import Policy

# Lists go by their headings in every language.
_LISTS = {heading: Kind(kind) for words in (ENGLISH, JAPANESE) for kind, heading in words.kinds.items()}


@click.command(name="show", short_help="Show what a policy says.")
@click.argument("name", required=False, metavar="[RULE|FACT|TOPIC|…]")
@click.option("--find", "words", metavar="WORDS", help="Look for words in names, texts, patterns and replies.")
@policy_option()
def command(*, name: str | None, words: str | None, policy: str | None) -> int:
    """Show a rule, a fact, a topic or anything else of the policy in full; without a name, list everything.

    \b
    kotowari show no-gantt      one rule: its outcome, words and exceptions
    kotowari show facts         all facts; so with rules, topics and the others
    kotowari show --find 返金   everything in which these words stand
    """  # noqa: D301 - click reads \\b
    loaded = locate.load(locate.locate(policy))
    names = Names(loaded.model, words_of(language_of()))
    target = console()
    print_lines(target, _lines(loaded, names, name, words, width(target)))
    return Exit.DONE


def _lines(policy: Policy, names: Names, name: str | None, words: str | None, columns: int) -> list[Text]:
    everything, listed = things(names), show_words(names.words.language)
    if words is not None:
        return _found(names, everything, words, columns)
    if name is None:
        return [*_head(names, listed), *_lists(listed, everything, columns)]
    if name in _LISTS and not any(thing.name == name for thing in everything):
        return list(_lists(listed, [thing for thing in everything if thing.kind is _LISTS[name]], columns))
    return _in_full(policy, names, _named(everything, name), columns)


def _head(names: Names, words: ShowWords) -> list[Text]:
    """The policy itself."""
    model = names.model
    called = names.text(model.texts)
    title = words.head.format(called=called, name=model.name) if called else model.name
    about = words.about.format(edition=model.edition, languages=", ".join(model.languages), zone=model.zone)
    return [Text(printable(title), "bold"), Text(f"  {printable(about)}"), Text()]


def _lists(words: ShowWords, found: Iterable[Thing], columns: int) -> Iterator[Text]:
    """Everything by its kind."""
    rows: dict[Kind, list[tuple[str, str]]] = {}
    for thing in found:
        rows.setdefault(thing.kind, []).append((printable(thing.name), thing.summary))
    for number, (kind, of_kind) in enumerate(rows.items()):
        if number:
            yield Text()
        yield Text(words.count.format(kind=words.kinds[kind], count=len(of_kind)), "bold underline")
        yield from table(of_kind, columns, indent="  ")


def _found(names: Names, everything: Iterable[Thing], words: str, columns: int) -> list[Text]:
    hits = find(everything, words)
    if not hits:
        raise Failure(
            say("nothing in this policy has the words `{words}`", words=words),
            say("try fewer words, or a part of one"),
        )
    quoted = f"  {names.words.quoted}"
    rows = [
        (f"{thing.kind} {printable(thing.name)}", thing.summary + (quoted.format(printable(where)) if where else ""))
        for thing, where in hits
    ]
    return table(rows, columns)


def _named(everything: Iterable[Thing], name: str) -> list[Thing]:
    """The things of this name, which may be several of several kinds; a fact also by the end of its name."""
    wanted = unicodedata.normalize("NFC", name.strip())
    same = [thing for thing in everything if thing.name == wanted]
    found = same or [thing for thing in everything if thing.kind is Kind.FACT and thing.name.endswith(f".{wanted}")]
    if found:
        return found
    meant = nearest(wanted, sorted({thing.name for thing in everything}))
    everything_listed = say("`{command}` lists everything; `--find` looks into the texts", command=asking("show"))
    advice = say("did you mean `{name}`?", name=meant) if meant else everything_listed
    raise Failure(say("`{name}` is nothing that this policy declares", name=wanted), advice)


def _in_full(policy: Policy, names: Names, found: Iterable[Thing], columns: int) -> list[Text]:
    lines: list[Text] = []
    for thing in found:
        if lines:
            lines.append(Text())
        mark = f"{thing.kind} {printable(thing.name)}  "
        lines += hanging(thing.summary, columns, indent="", mark=mark, style="bold")
        rows = [(label, printable(text)) for label, text in full(names, policy.sources, thing)]
        lines += table(rows, columns, indent="  ")
    return lines
