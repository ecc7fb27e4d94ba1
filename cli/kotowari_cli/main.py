"""The command `kotowari`. Each command is imported when it is used, so that the command line starts at once."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

import click

from kotowari_cli import language_of
from kotowari_cli.encoding import tolerate_every_encoding
from kotowari_cli.exits import Exit
from kotowari_cli.failures import complain, guarded

# Shells ask for completions through this variable.
_COMPLETION = "_KOTOWARI_COMPLETE"

# Most runs make fewer objects than this: they end before a search for lost ones pays off.
_OBJECTS_BEFORE_SEARCH = 100_000

# What each command does, in the order of a first day: decide, look, write.
COMMANDS = {
    "check": "Decide one request: verdict, reply, reasons.",
    "batch": "Decide JSON Lines, one decision a line.",
    "diff": "Compare two policies: rules, verdicts, requests.",
    "what-if": "Decide requests as if rules were otherwise.",
    "topics": "Show what a text mentions.",
    "reply": "Check a reply before it is sent.",
    "show": "Show rules, facts, topics, teams and values.",
    "lint": "Report every problem of a policy.",
    "fmt": "Format rule files: one layout, comments kept.",
    "test": "Run the examples and cases of a policy.",
    "init": "Start a policy from a shipped pack.",
    "schema": "Print the JSON Schema of the policy's requests.",
    "explain": "Explain a diagnostic.",
}


class Context(click.Context):
    """What a command runs in: its help is in the language of the person."""

    def make_formatter(self) -> click.HelpFormatter:
        """What lays the help out."""
        if language_of() != "ja":
            return super().make_formatter()
        from kotowari_cli.help_japanese import JapaneseHelp

        return JapaneseHelp(width=self.terminal_width, max_width=self.max_content_width)


class LazyGroup(click.Group):
    """A group whose help needs none of its commands."""

    context_class = Context

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = cast("click.Command", import_module(f"kotowari_cli.{cmd_name.replace('-', '_')}").command)
        for one in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            one.context_class = Context
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; for a wrong name the nearest one is told."""
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        from kotowari.diagnostics.said import say
        from kotowari.diagnostics.suggest import nearest

        meant = nearest(name, COMMANDS)
        message = say("`{name}` is no command", name=name)
        if meant:
            message = say("{message}; did you mean `{name}`?", message=message, name=meant)
        raise click.UsageError(message, ctx)


def _version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's signature
    if wanted and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"kotowari {version('kotowari')}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
def cli() -> None:
    """Decide requests by a written policy: accept, decline or escalate, with the reason and the reply.

    The policy is --policy, else $KOTOWARI_POLICY, else ./rules or the current folder where that is a policy.

    \b
    kotowari check "Could you add Gantt charts?" -f plan=pro
    """  # noqa: D301 - click reads \\b


def run(arguments: Sequence[str]) -> int:
    """Run the command line on these words and return its exit code. What goes wrong is told on standard error."""
    return guarded(lambda: _invoke(arguments or ["--help"]))


def _invoke(arguments: Sequence[str]) -> object:
    # Not `cli.main`, which ends the process by itself where nobody reads our output.
    with cli.make_context("kotowari", list(arguments)) as context:
        return cli.invoke(context)


def main() -> None:
    """Run the command line on the words of this process and end it with the exit code."""
    if _COMPLETION in os.environ:
        cli.main(prog_name="kotowari", complete_var=_COMPLETION)
    if sys.stdout is None:  # pyright: ignore[reportUnnecessaryComparison] - so it is after `>&-`
        from kotowari.diagnostics.said import say

        complain(say("standard output is closed"), say("send it to /dev/null where nobody is to read it"))
        sys.exit(Exit.INPUT)
    tolerate_every_encoding()
    gc.set_threshold(_OBJECTS_BEFORE_SEARCH, *gc.get_threshold()[1:])
    code = run(sys.argv[1:])
    gc.freeze()  # the end of the process frees everything without a search
    sys.exit(code)
