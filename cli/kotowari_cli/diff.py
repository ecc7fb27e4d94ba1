"""`kotowari diff`: what is different about two versions of a policy, and what that changes."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say
from kotowari.record import record
from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure
from kotowari_cli.options import Format, format_option, policy_option

if TYPE_CHECKING:
    from kotowari.comparison.diff import Diff, Side
    from kotowari.comparison.gate import Approval, Gate
    from kotowari.comparison.meaning import Meaning
    from kotowari.comparison.structure import Item
    from kotowari.comparison.tally import Tally
    from kotowari.comparison.transitions import Kind

# Of what is listed, how much is shown unless somebody asks for more.
_MOST = 100


@record
class Options:
    """What is to be compared, and how."""

    requests: str | None
    now: datetime
    replies: bool
    most: int
    format: str


@click.command(name="diff", short_help="Compare two policies.")
@click.argument("old")
@click.argument("new", required=False)
@policy_option()
@click.option("--requests", metavar="FILE|-", help="Real requests, as JSON Lines.")
@click.option("--now", metavar="TIME", help="The moment for requests that name none.")
@click.option("--replies", is_flag=True, help="Compare the replies to requests as well.")
@click.option("--most", type=click.IntRange(0), default=_MOST, metavar="N", help="How many requests are listed.")
@click.option(
    "--fail-on", multiple=True, metavar="FROM:TO,…", help="Exit with 1 where this happens; also `team`, `reply` …"
)
@click.option("--approve", metavar="FILE", help="Changes that are accepted, as YAML.")
@format_option("markdown")
def command(  # noqa: PLR0913 - one parameter for each option, all by name
    *,
    old: str,
    new: str | None,
    policy: str | None,
    requests: str | None,
    now: str | None,
    replies: bool,
    most: int,
    fail_on: tuple[str, ...],
    approve: str | None,
    format_: str,
) -> int:
    """Compare two policies: what is declared otherwise, and a request for each way in which a verdict changes.

    OLD and NEW are folders, or git revisions: `REV` is the policy's folder at that revision, `REV:PATH` another one.
    Without NEW it is the policy as it is now. With --requests the requests are shown that change.

    \b
    kotowari diff main
    kotowari diff v1.0:rules/shop rules/shop --requests last-month.jsonl
    kotowari diff main --fail-on accept:decline --approve accepted.yaml
    """  # noqa: D301 - click reads \\b
    from kotowari_cli.comparing import moment, say_errors

    if not old.strip() or (new is not None and not new.strip()):
        advice = say("name its folder or a git revision; `.` is the current folder")
        raise Failure(say("the name of a policy is empty"), advice)
    gate = _gate(_kinds(fail_on), approve)
    options = Options(requests, moment(now), replies, most, format_)
    with _side(old, policy) as before, _side(new, policy) as after:
        diff = _compared(before, after, gate, options)
    _print(diff, options)
    tally = diff.tally
    if tally is not None and tally.bad_total:
        say_errors(tally)
        return Exit.INPUT
    return Exit.POLICY if diff.fails else Exit.DONE


# --- what is compared -------------------------------------------------------------------------------------------------


@contextmanager
def _side(named: str | None, policy: str | None) -> Generator[Side]:
    """A policy by the name of its folder or revision; without one the policy as it is. Raises Failure."""
    if named is None or Path(named).exists():
        folder = locate.locate(policy if named is None else named).folder
        yield _loaded(named or str(folder), folder)
        return
    from kotowari_cli.revisions import revision

    # A path behind the revision counts from the root of the repository that the current folder lies in.
    home = Path() if ":" in named else _home(named, policy)
    with revision(named, home) as folder:
        yield _loaded(named, folder)


def _home(named: str, policy: str | None) -> Path:
    """The folder of the policy, whose revision is meant."""
    try:
        return locate.locate(policy).folder
    except Failure as failure:
        advice = say("for a git revision: {why}; write REV:PATH, or --policy DIR", why=failure.message)
        raise Failure(say("there is no folder `{name}`", name=named), advice) from None


def _loaded(named: str, folder: Path) -> Side:
    from kotowari import PolicyError
    from kotowari.comparison.diff import Side
    from kotowari_cli.screen import print_note

    try:
        return Side(named, locate.load(locate.Place(folder)))
    except PolicyError:
        print_note(say("so it is with `{name}`:", name=named))
        raise


def _compared(old: Side, new: Side, gate: Gate, options: Options) -> Diff:
    from kotowari.comparison.diff import Diff, approved
    from kotowari.comparison.structure import structure
    from kotowari.comparison.texts import text_changes

    items = structure(old.policy, new.policy)
    found = _meaning(old, new, items, options.now)
    if found is None and gate.kinds and options.requests is None:
        raise Failure(
            say("z3 is not installed, so nothing shows what --fail-on asks for"),
            say("pip install 'kotowari[verify]', or give requests with --requests"),
        )
    turns = approved(found, gate) if found else ()
    tally = _tally(old, new, gate, options)
    return Diff(old, new, items, text_changes(old.policy, new.policy), found, turns, tally, gate)


def _meaning(old: Side, new: Side, items: Sequence[Item], now: datetime) -> Meaning | None:
    from kotowari.analysis import available

    if not available():
        return None
    from kotowari.comparison.meaning import meaning

    return meaning(old.policy, new.policy, items, now)


def _tally(old: Side, new: Side, gate: Gate, options: Options) -> Tally | None:
    if options.requests is None:
        return None
    from kotowari.comparison.replay import Replay
    from kotowari_cli.comparing import tally_file

    return tally_file(
        options.requests, Replay(old.policy, new.policy, options.now, options.replies), options.most, gate
    )


# --- what must not happen ---------------------------------------------------------------------------------------------


def _kinds(given: Sequence[str]) -> list[Kind]:
    """The kinds of change that fail. Raises Failure."""
    from kotowari.comparison.transitions import read_kind, writings
    from kotowari.diagnostics.suggest import nearest

    found: list[Kind] = []
    for word in (word.strip() for words in given for word in words.split(",")):
        kind = read_kind(word)
        if kind is None:
            meant = nearest(word, writings())
            usual = say("write `accept:decline`, `any:open`, `possible`, `team` or `reply`")
            advice = say("did you mean `{name}`?", name=meant) if meant else usual
            raise Failure(say("`{word}` is no kind of change", word=word), advice)
        found.append(kind)
    return found


def _gate(kinds: Sequence[Kind], approve: str | None) -> Gate:
    from kotowari.comparison.gate import Gate

    return Gate(kinds, _approvals(approve) if approve is not None else ())


def _approvals(name: str) -> tuple[Approval, ...]:
    from kotowari.comparison.gate import ApprovalError, read_approvals
    from kotowari.requests import DocumentError, parse_yaml
    from kotowari.requests.limits import MAX_YAML
    from kotowari_cli.files import read_bytes, shown

    try:
        return read_approvals(parse_yaml(read_bytes(name, MAX_YAML)))
    except (ApprovalError, DocumentError) as error:
        why = error.sentence if isinstance(error, DocumentError) else error.message
        raise Failure(say("{file} is no list of approvals", file=shown(name)), why) from None


# --- telling ----------------------------------------------------------------------------------------------------------


def _print(diff: Diff, options: Options) -> None:
    from kotowari_cli.json_text import pretty, write

    if options.format == Format.JSON:
        from kotowari.comparison.diff_record import diff_data

        write(pretty(diff_data(diff, options.now, replies=options.replies)))
        return
    from kotowari_cli.render.diff import Page, page_lines
    from kotowari_cli.screen import console, print_lines, width
    from kotowari_cli.strings import words_of

    target = console()
    page = Page(diff, words_of(language_of()), width(target))
    if options.format == Format.TEXT:
        print_lines(target, page_lines(page))
        return
    from kotowari_cli.render.diff_markdown import page_markdown

    write(page_markdown(page).encode())
