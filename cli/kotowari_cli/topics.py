"""`kotowari topics`: what a text mentions, and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kotowari_cli import locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure
from kotowari_cli.files import open_input, read_text
from kotowari_cli.given import Given, check_given
from kotowari_cli.options import Format, format_option, policy_option

if TYPE_CHECKING:
    from kotowari import Policy
    from kotowari.requests import Request
    from kotowari_cli.shape import Json


@click.command(name="topics", short_help="Show what a text mentions.")
@click.argument("text", required=False)
@click.option("--file", metavar="FILE|-", help="A file with the text; with --format json, of requests as JSON Lines.")
@policy_option()
@format_option()
def command(*, text: str | None, file: str | None, policy: str | None, format_: str) -> int:
    """Show which topics TEXT mentions, by which words, and whether only to say no to them."""
    check_given(Given(text=text, file=file))
    if text is None and file is None:
        raise Failure("no text is given", "give it as TEXT or with --file")
    loaded = locate.load(locate.locate(policy))
    if format_ == Format.JSON:
        return _print_json(loaded, text, file)
    _print_text(loaded, read_text(file) if file is not None else text or "")
    return Exit.DONE


def _print_json(policy: Policy, text: str | None, file: str | None) -> int:
    from kotowari.requests import Request
    from kotowari_cli.json_text import one_line, write
    from kotowari_cli.lines import answer_lines, output_stream

    if file is None:
        write(one_line(_found(policy, Request(text=text))))
        return Exit.DONE
    with open_input(file) as stream, output_stream(None) as out:
        return answer_lines(stream, out, lambda request: _found(policy, request), bar=False)


def _found(policy: Policy, request: Request) -> dict[str, Json]:
    """The matches in a request as data."""
    matches: list[Json] = [
        {
            "topic": match.topic,
            "start": match.start,
            "end": match.end,
            "text": match.text,
            "denied": match.denied,
            "source": match.source,
        }
        for match in policy.topics(request.text or "")
    ]
    identity: dict[str, Json] = {} if request.id is None else {"id": request.id}
    return {**identity, "topics": matches}


def _print_text(policy: Policy, text: str) -> None:
    from kotowari_cli.names import Names
    from kotowari_cli.render.mentions import mention_lines
    from kotowari_cli.screen import console, print_lines, width
    from kotowari_cli.strings import words_of

    target = console()
    names = Names(policy.model, words_of())
    print_lines(target, mention_lines(names, text, policy.topics(text), width(target)))
