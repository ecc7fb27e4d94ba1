"""`kotowari what-if`: what would become of requests if a rule were off, another one, or new."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say, say_as
from kotowari_cli import locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, no_such
from kotowari_cli.files import STDIN
from kotowari_cli.given import Given, check_given, request_of
from kotowari_cli.options import Format, asking, format_option, policy_option

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kotowari import Policy
    from kotowari.comparison.replay import Replay
    from kotowari.comparison.tally import Tally
    from kotowari.comparison.variants import Variant

# Of what is listed, how much is shown unless somebody asks for more.
_MOST = 100


@click.command(name="what-if", short_help="Decide as if rules were otherwise.")
@click.argument("text", required=False)
@click.option("-f", "--fact", "facts", multiple=True, metavar="FACT=VALUE", help="A fact; `plan=pro` will do.")
@click.option("-t", "--topic", "topics", multiple=True, metavar="TOPIC[=no]", help="What it is about, or is not.")
@click.option("--request", metavar="FILE|-", help="The request as JSON or YAML; other options override it.")
@click.option("--requests", metavar="FILE|-", help="Many requests, as JSON Lines.")
@click.option("--without", multiple=True, metavar="RULE", help="A rule or a table that is switched off.")
@click.option("--with", "changed", multiple=True, metavar="FILE", help="Declarations that replace or add others.")
@policy_option()
@click.option("--now", metavar="TIME", help="The moment for requests that name none.")
@click.option("--replies", is_flag=True, help="Compare replies as well.")
@click.option("--most", type=click.IntRange(0), default=_MOST, metavar="N", help="How many changes are listed.")
@format_option("markdown")
def command(  # noqa: PLR0913 - one parameter for each option, all by name
    *,
    text: str | None,
    facts: tuple[str, ...],
    topics: tuple[str, ...],
    request: str | None,
    requests: str | None,
    without: tuple[str, ...],
    changed: tuple[str, ...],
    policy: str | None,
    now: str | None,
    replies: bool,
    most: int,
    format_: str,
) -> int:
    """Decide requests by the policy as it is and as it would be, and show what would be different.

    A declaration in FILE replaces that of the same kind and name; one that the policy does not have is added. A rule
    that is switched off takes its exceptions with it.

    \b
    kotowari what-if "Could you add Gantt charts?" --without no-gantt
    kotowari what-if --requests last-month.jsonl --with proposal.rules
    """  # noqa: D301 - click reads \\b
    from kotowari.comparison.replay import Replay
    from kotowari_cli.comparing import moment, say_errors, tally_file, tally_one

    given = Given(text, None, request, facts, topics, now=now)
    _check(given, requests, [*without, *changed])
    _check_input([*changed, request, requests])
    check_given(given)
    old = locate.load(locate.locate(policy))
    variant = _variant(old, changed, without)
    replay = Replay(old, variant.policy, moment(now), replies)
    one = requests is None
    tally = tally_file(requests, replay, most) if requests else tally_one(request_of(given, old.model), replay)
    _print(replay, variant, tally, format_, one=one)
    say_errors(tally)
    return Exit.INPUT if tally.bad_total else Exit.DONE


def _check(given: Given, requests: str | None, what: Sequence[str]) -> None:
    if not what:
        raise Failure(say("nothing is to be different"), say("say what with --without RULE or --with FILE"))
    typed = given.text is not None or given.request is not None or given.facts or given.topics
    if requests is not None and typed:
        message = say("--requests gives the requests, so there is no place for another one")
        raise Failure(message, say_as("options", "leave one of them out"))
    if requests is None and not typed:
        advice = say('give one as TEXT, such as "Could you add an export?", or with --requests')
        raise Failure(say("no request is given"), advice)


def _check_input(files: Sequence[str | None]) -> None:
    if files.count(STDIN) > 1:
        raise Failure(say("standard input is given twice"), say("put one of them into a file"))


def _variant(policy: Policy, files: Sequence[str], names: Sequence[str]) -> Variant:
    """The policy as it would be. Raises Failure, or PolicyError where it would not compile."""
    from kotowari.comparison.variants import Variant, with_declarations, without

    variant = Variant(policy)
    if files:
        variant = with_declarations(policy, *map(_with_rows, files))
        if not variant.replaced and not variant.added:
            raise Failure(say("`--with` declares nothing"), say("write rules, facts or topics into the file"))
    for name in names:
        _check_rule(variant.policy, name)
        if name in {*variant.replaced, *variant.added}:
            message = say("`{name}` is switched off and declared anew", name=name)
            raise Failure(message, say("leave out --without, or its declaration"))
    off = without(variant.policy, names) if names else variant.policy
    return replace(variant, policy=off, without=tuple(sorted(set(names))))


def _with_rows(name: str) -> dict[str, str]:
    """A file of declarations, and beside it those that its tables name. Raises Failure where one is not there."""
    from kotowari.comparison.variants import rows_named
    from kotowari.diagnostics.source import Source
    from kotowari.rule_files import MOST_BYTES
    from kotowari_cli.files import read_text

    own = Path(name).name
    files = {own: read_text(name, MOST_BYTES)}
    for path, table in rows_named(Source(own, files[own])).items():
        beside = Path(name).parent / path
        if not beside.is_file():
            advice = say(
                "`{file}` names it for the rows of `{table}`: put it beside that file", file=str(own), table=table
            )
            raise Failure(say("there is no file {file}", file=say("`{what}`", what=str(beside))), advice)
        files[path] = read_text(str(beside), MOST_BYTES)
    return files


def _check_rule(policy: Policy, name: str) -> None:
    known = [*policy.model.rules, *policy.model.tables]
    if name not in known:
        raise no_such("rule", name, known, asking("show rules"))


def _print(replay: Replay, variant: Variant, tally: Tally, format_: str, *, one: bool) -> None:
    match format_:
        case Format.JSON:
            from kotowari.comparison.what_if_record import what_if_data
            from kotowari_cli.json_text import pretty, write

            write(pretty(what_if_data(replay, variant, tally)))
        case "markdown":
            from kotowari_cli.json_text import write
            from kotowari_cli.render.what_if import what_if_markdown

            write(what_if_markdown(replay, variant, tally).encode())
        case _:
            from kotowari_cli.render.what_if import print_what_if

            print_what_if(variant, tally, one=one)
