"""`kotowari schema`: what a request to a policy looks like, for other programs."""

from __future__ import annotations

import click

from kotowari_cli import locate
from kotowari_cli.exits import Exit


@click.command(name="schema", short_help="Print the JSON Schema of requests.")
@click.argument("folder", required=False, metavar="[DIR]")
def command(*, folder: str | None) -> int:
    """Print the JSON Schema (draft 2020-12) of the requests that the policy in DIR decides."""
    from kotowari_cli.json_text import pretty, write

    write(pretty(locate.load(locate.locate(folder)).schema()))
    return Exit.DONE
