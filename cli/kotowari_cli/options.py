"""Options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

import click

from kotowari_cli.locate import VARIABLE

_Command = TypeVar("_Command", bound=Callable[..., object])


class Format(StrEnum):
    """How a command answers."""

    TEXT = "text"
    JSON = "json"


def policy_option() -> Callable[[_Command], _Command]:
    """`--policy DIR`."""
    words = f"The policy's folder; else ${VARIABLE}, ./rules or the current folder."
    return click.option("--policy", metavar="DIR", help=words)


def format_option(*more: str) -> Callable[[_Command], _Command]:
    """`--format`, with text as the default."""
    choices = click.Choice([*(known.value for known in Format), *more])
    return click.option("--format", "format_", type=choices, default=Format.TEXT.value, help="How to answer.")


def asking(words: str) -> str:
    """A command as it is to be typed to ask the policy of the command that runs, which may have been named."""
    context = click.get_current_context(silent=True)
    named = context and (context.params.get("policy") or context.params.get("folder"))
    if not named:
        return f"kotowari {words}"
    import shlex

    return f"kotowari {words} --policy {shlex.quote(str(named))}"
