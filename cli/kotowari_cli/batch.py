"""`kotowari batch`: many requests, one a line, decided by all cores in bounded memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, BinaryIO, cast

import click

from kotowari.record import record
from kotowari_cli import locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import complain
from kotowari_cli.files import STDIN, open_lines
from kotowari_cli.lines import answer_lines, output_stream
from kotowari_cli.options import policy_option

if TYPE_CHECKING:
    from kotowari import Policy
    from kotowari.requests import Request
    from kotowari_cli.shape import Json


@click.command(name="batch", short_help="Decide JSON Lines.")
@click.argument("file", default=STDIN, metavar="[FILE|-]")
@policy_option()
@click.option("-o", "--output", metavar="FILE", help="Where the decisions go; written whole or not at all.")
@click.option("--no-request", is_flag=True, help="Leave the requests out of the decisions.")
@click.option(
    "-j", "--jobs", type=click.IntRange(1, 64), metavar="N", help="Share the work among N processes; else all cores."
)
def command(*, file: str, policy: str | None, output: str | None, no_request: bool, jobs: int | None) -> int:
    """Decide JSON Lines: a request a line in, a decision a line out, in order.

    A line that cannot be decided becomes a line with its number and `error`, and the exit code is 2 at the end.
    """
    decider = Decider(locate.load(locate.locate(policy)), request=not no_request)
    with open_lines(file) as stream, output_stream(output) as out:
        bar = output is not None or not sys.stdout.isatty()
        return _decided(stream, out, decider, jobs or _cores(), bar=bar)


@record
class Decider:
    """Decides requests by a policy. Another process gets the texts of the policy and compiles them."""

    policy: Policy
    request: bool

    def __call__(self, request: Request) -> dict[str, Json]:
        """The decision as it goes out."""
        return cast("dict[str, Json]", self.policy.decide(request).to_dict(request=self.request))

    def __reduce__(self) -> tuple[object, tuple[Mapping[str, str], bool]]:
        return _decider, ({name: source.text for name, source in self.policy.sources.items()}, self.request)


def _decider(files: Mapping[str, str], request: bool) -> Decider:  # noqa: FBT001 - as it was pickled
    from kotowari import compile_policy

    return Decider(compile_policy(files), request)


def _decided(stream: BinaryIO, out: BinaryIO, decider: Decider, jobs: int, *, bar: bool) -> int:
    if jobs == 1:
        return answer_lines(stream, out, decider, bar=bar)
    from concurrent.futures.process import BrokenProcessPool

    from kotowari.diagnostics.said import say
    from kotowari_cli.sharing import share_lines

    try:
        return share_lines(stream, out, decider, jobs=jobs, bar=bar)
    except BrokenProcessPool:
        message = say("a process that decided for `batch` was ended from outside")
        complain(message, say("memory may be short; try a smaller --jobs"))
        raise click.exceptions.Exit(Exit.FAULT) from None


def _cores() -> int:
    """How many cores this process may use, as far as that can be told."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1
