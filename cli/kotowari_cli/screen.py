"""The terminal: how wide it is, whether it has colours, and the only functions that print text to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from kotowari_cli import language_of

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source

# Wider lines are hard to read, narrower ones hold no word.
_WIDEST = 100
_NARROWEST = 30
# Of a name in a message, so many characters are told; no name of a file or rule in use comes near.
_LONGEST = 200
# Of a message that is longer still, since what was given has spaces and backticks in it, the two ends.
_LONGEST_MESSAGE = 2_000


def console(*, err: bool = False) -> Console:
    """Standard output, or standard error, with the colours that the terminal and NO_COLOR allow."""
    from kotowari_cli.terminal import Terminal

    return Terminal(stderr=err, highlight=False, markup=False, emoji=False, soft_wrap=True)


def width(target: Console) -> int:
    """How many columns a line may have."""
    return max(_NARROWEST, min(target.width, _WIDEST))


def print_lines(target: Console, lines: Iterable[Text]) -> None:
    """Print lines, each as it is: they are wrapped already."""
    for line in lines:
        target.print(line)


def spoken(sentence: str, language: str) -> str:
    """A sentence of the program in a language of the command line."""
    if language == "en":
        return sentence
    from kotowari.diagnostics.telling import in_language
    from kotowari_cli.japanese import SENTENCES

    return in_language(sentence, language, SENTENCES)


def in_their_language(sentence: str) -> str:
    """A sentence of the program in the language of the person."""
    return spoken(sentence, language_of())


def print_error(message: str, advice: str = "") -> None:
    """Print what is wrong and what to do on standard error, in the language of the person."""
    from rich.text import Text

    from kotowari.diagnostics.display import columns as width_of
    from kotowari.diagnostics.display import printable
    from kotowari.diagnostics.said import say
    from kotowari.diagnostics.wrap import wrap

    target, language = console(err=True), language_of()
    columns, japanese, title = width(target), language == "ja", spoken(say("error"), language)
    told, what_to_do = (_short(printable(spoken(sentence, language))) for sentence in (message, advice))
    first, *more = wrap(told, columns - 2, first=columns - width_of(f"{title}: "), japanese=japanese)
    lines = [first, *(f"  {line}" for line in more)]
    lines += [f"  {line}" for line in wrap(what_to_do, columns - 2, japanese=japanese) if line]
    print_lines(target, [Text.assemble((title, "bold red"), f": {lines[0]}"), *map(Text, lines[1:])])


def shortened(text: str) -> str:
    """A text that is too long to be told, without its middle."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]}…{text[-_LONGEST // 4 :]}"


def _short(message: str) -> str:
    """A message in which what was given, in backticks or as one word, is told only so far that one knows it again."""
    import re

    told = re.sub(r"`[^`]*`|[^\s。、：]+", lambda found: shortened(found[0]), message)
    if len(told) <= _LONGEST_MESSAGE:
        return told
    return f"{told[: _LONGEST_MESSAGE // 2]}…{told[-_LONGEST_MESSAGE // 2 :]}"


def print_note(message: str) -> None:
    """Print on standard error what is no error but should be known, in the language of the person."""
    from rich.text import Text

    from kotowari.diagnostics.display import printable
    from kotowari.diagnostics.said import say
    from kotowari.diagnostics.wrap import wrap

    target, language = console(err=True), language_of()
    text = f"{spoken(say('note'), language)}: {printable(spoken(message, language))}"
    first, *more = wrap(text, width(target) - 2, japanese=language == "ja")
    print_lines(target, [Text(first, "dim"), *(Text(f"  {line}", "dim") for line in more)])


def print_diagnostics(diagnostics: Iterable[Diagnostic], sources: Mapping[str, Source], *, err: bool = False) -> None:
    """Print diagnostics in the language of the person, with the source they point into."""
    from rich.text import Text

    from kotowari.diagnostics.render import render_all
    from kotowari.diagnostics.style import COLOURED, PLAIN

    target = console(err=err)
    style = COLOURED if target.color_system and not target.no_color else PLAIN
    text = render_all(diagnostics, sources, style=style, width=width(target), language=language_of())
    print_lines(target, [Text.from_ansi(text)])
