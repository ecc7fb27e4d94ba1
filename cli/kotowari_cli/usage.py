"""What is wrong with how a command was typed, in the manner of ours and the language of the person."""

from __future__ import annotations

import click

from kotowari.diagnostics.said import Said, say
from kotowari_cli import language_of
from kotowari_cli.screen import shortened


def sentence_of(error: click.ClickException) -> str:
    """The sentence of an error. What click finds it says in English; in Japanese it is said anew."""
    if isinstance(error.message, Said):
        return error.message
    if language_of() == "ja":
        from kotowari_cli.usage_japanese import in_japanese

        return shortened(in_japanese(error))
    message = error.format_message()
    return shortened(message[:1].lower() + message[1:].rstrip("."))


def advice_on(error: click.ClickException) -> str:
    """What to do about it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return ""
    help_ = say("`{command} --help` shows how it is used", command=context.command_path)
    if isinstance(error, click.NoSuchOption) and error.option_name == "--policy":
        return say("name the folder of the policy alone: `{command} DIR`", command=context.command_path)
    if "extra argument" in error.message:
        return say("put a text of several words in quotes; {help}", help=help_)
    return help_
