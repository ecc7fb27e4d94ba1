"""`kotowari topics`: what a text mentions, and by which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say
from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, no_such
from kotowari_cli.files import open_lines, read_text
from kotowari_cli.given import Given, check_given
from kotowari_cli.options import Format, format_option, policy_option

if TYPE_CHECKING:
    from kotowari import Policy
    from kotowari.requests import Request
    from kotowari_cli.shape import Json
    from kotowari_cli.traced import Traced


@click.command(name="topics", short_help="Show what a text mentions.")
@click.argument("text", required=False)
@click.option("--file", metavar="FILE|-", help="A file with the text; with --format json, of requests as JSON Lines.")
@click.option("--topic", "wanted", metavar="TOPIC", multiple=True, help="Why the text is, or is not, about this topic.")
@policy_option()
@format_option()
def command(*, text: str | None, file: str | None, wanted: tuple[str, ...], policy: str | None, format_: str) -> int:
    """Show which topics TEXT mentions, by which words and patterns, and whether only to say no to them.

    With --topic, also what the patterns of that topic miss where the text is not about it.
    """
    check_given(Given(text=text, file=file))
    if text is None and file is None:
        raise Failure(say("no text is given"), say("give it as TEXT or with --file"))
    loaded = locate.load(locate.locate(policy))
    topics = tuple(_topic(loaded, name) for name in wanted)
    if format_ == Format.JSON:
        return _print_json(loaded, text, file, topics)
    _print_text(loaded, read_text(file) if file is not None else text or "", topics)
    return Exit.DONE


def _topic(policy: Policy, name: str) -> str:
    """The topic of this name. Raises Failure with the nearest one."""
    if name in policy.model.topics:
        return name
    raise no_such("topic", name, policy.model.topics, "kotowari show topics")


def _print_json(policy: Policy, text: str | None, file: str | None, wanted: tuple[str, ...]) -> int:
    from kotowari.requests import Request
    from kotowari_cli.json_text import one_line, write
    from kotowari_cli.lines import answer_lines, output_stream

    if file is None:
        write(one_line(_found(policy, Request(text=text), wanted)))
        return Exit.DONE
    with open_lines(file) as stream, output_stream(None) as out:
        return answer_lines(stream, out, lambda request: _found(policy, request, wanted), bar=False)


def _found(policy: Policy, request: Request, wanted: tuple[str, ...]) -> dict[str, Json]:
    """The matches in a request as data; of the `wanted` topics alone where there are any, with their near misses."""
    from kotowari_cli.traced import Traced

    traced = Traced(policy, request.text or "")
    matches: list[Json] = [
        {
            "topic": match.topic,
            "start": match.start,
            "end": match.end,
            "text": match.text,
            "denied": match.denied,
            "source": match.source,
        }
        for match in traced.matches
        if not wanted or match.topic in wanted
    ]
    identity: dict[str, Json] = {} if request.id is None else {"id": request.id}
    near: dict[str, Json] = {"near": _near(traced, wanted)} if wanted else {}
    return {**identity, "topics": matches, **near}


def _near(traced: Traced, wanted: tuple[str, ...]) -> list[Json]:
    """The near misses of the wanted topics that the text does not mention."""
    mentioned = {match.topic for match in traced.matches}
    return [
        {
            "topic": name,
            "why": near.why.value,
            "start": near.start,
            "end": near.end,
            "text": near.seen,
            "pattern": near.stated.pattern.text,
            "source": near.stated.source,
            "instead": near.instead.text if near.instead else None,
        }
        for name in dict.fromkeys(wanted)
        if name not in mentioned
        for near in traced.near(name)
    ]


def _print_text(policy: Policy, text: str, wanted: tuple[str, ...]) -> None:
    from kotowari_cli.names import Names
    from kotowari_cli.render.mentions import mention_lines
    from kotowari_cli.render.near import near_lines
    from kotowari_cli.screen import console, print_lines, width
    from kotowari_cli.strings import words_of
    from kotowari_cli.traced import Traced

    target = console()
    columns = width(target)
    names = Names(policy.model, words_of(language_of()))
    traced = Traced(policy, text)
    print_lines(target, mention_lines(names, traced, columns, wanted))
    mentioned = {match.topic for match in traced.matches}
    for name in dict.fromkeys(wanted):
        if name not in mentioned:
            print_lines(target, near_lines(names, traced, name, columns))
