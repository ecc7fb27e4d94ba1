"""The reply alone: printed in the format of where it goes, or put on the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say
from kotowari_cli import language_of
from kotowari_cli.failures import Failure

if TYPE_CHECKING:
    from kotowari import Decision
    from kotowari.replies.layout import Reply
    from kotowari_cli.strings_sending import SendingWords


class ReplyFormat(StrEnum):
    """What a reply is printed as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


def check_options(reply: str | None, format_: str, *, why: bool) -> None:
    """Raise a usage error where options contradict `--reply`."""
    if reply and format_ != "text":
        raise click.UsageError(
            say("--reply prints the reply alone, so it does not go with --format json; leave one out")
        )
    if reply and why:
        raise click.UsageError(say("--reply prints the reply alone, so it does not go with --why; leave one out"))


def print_reply(decision: Decision, format_: ReplyFormat) -> None:
    """Print the reply alone. Raises Failure where there is none, but for JSON, which says so by null."""
    from kotowari_cli.json_text import write

    write(written(decision, format_).encode())


def copy_reply(decision: Decision, format_: ReplyFormat) -> None:
    """Put the reply on the clipboard and say so on standard error. Raises Failure where that does not work."""
    from kotowari_cli.clipboard import copy
    from kotowari_cli.screen import print_note

    copy(written(decision, format_).rstrip("\n"))
    print_note(_words().copied)


def written(decision: Decision, format_: ReplyFormat) -> str:
    """The reply with a line feed at its end and nothing in it that a terminal would obey. Raises Failure."""
    from kotowari.diagnostics.display import printable

    if format_ is ReplyFormat.JSON:
        return _json(decision)
    return printable(_WRITERS[format_](_reply(decision)), lines=True) + "\n"


def _reply(decision: Decision) -> Reply:
    if decision.reply is not None:
        return decision.reply
    words = _words()
    facts = ", ".join(f"`{question.fact}`" for question in decision.ask[:1])
    raise Failure(words.nothing, words.ask.format(facts=facts) if facts else words.no_words)


def _json(decision: Decision) -> str:
    """The part of the decision that a help desk needs: what to send, and what to hand over."""
    from kotowari_cli.json_text import pretty

    data = decision.to_dict(request=False)
    return pretty({name: data[name] for name in ("id", "verdict", "reply", "handovers") if name in data}).decode()


def _words() -> SendingWords:
    from kotowari_cli.strings_sending import sending_words

    return sending_words(language_of())


def _text(reply: Reply) -> str:
    return reply.text


def _markdown(reply: Reply) -> str:
    from kotowari.replies.formats import markdown

    return markdown(reply)


def _html(reply: Reply) -> str:
    from kotowari.replies.formats import html_fragment

    return html_fragment(reply)


_WRITERS: Mapping[ReplyFormat, Callable[[Reply], str]] = {
    ReplyFormat.TEXT: _text,
    ReplyFormat.MARKDOWN: _markdown,
    ReplyFormat.HTML: _html,
}
