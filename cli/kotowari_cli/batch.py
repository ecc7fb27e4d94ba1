"""`kotowari batch`: many requests, one a line, with memory for one of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from kotowari_cli import locate
from kotowari_cli.files import STDIN, open_input
from kotowari_cli.lines import answer_lines, output_stream
from kotowari_cli.options import policy_option

if TYPE_CHECKING:
    from kotowari.requests import Request
    from kotowari_cli.shape import Json


@click.command(name="batch", short_help="Decide JSON Lines.")
@click.argument("file", default=STDIN, metavar="[FILE|-]")
@policy_option()
@click.option("-o", "--output", metavar="FILE", help="Where the decisions go; written whole or not at all.")
@click.option("--no-request", is_flag=True, help="Leave the requests out of the decisions.")
def command(*, file: str, policy: str | None, output: str | None, no_request: bool) -> int:
    """Decide JSON Lines: a request a line in, a decision a line out, in order.

    A line that cannot be decided becomes a line with its number and `error`, and the exit code is 2 at the end.
    """
    loaded = locate.load(locate.locate(policy))

    def decide(request: Request) -> dict[str, Json]:
        return cast("dict[str, Json]", loaded.decide(request).to_dict(request=not no_request))

    with open_input(file) as stream, output_stream(output) as out:
        return answer_lines(stream, out, decide, bar=output is not None or not sys.stdout.isatty())
