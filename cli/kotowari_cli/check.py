"""`kotowari check`: one request, decided in front of a person."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, cast

import click

from kotowari.diagnostics.said import say
from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit, of_verdict
from kotowari_cli.failures import Failure
from kotowari_cli.given import Given, check_given, request_of
from kotowari_cli.options import Format, format_option, policy_option
from kotowari_cli.sending import ReplyFormat, check_options, copy_reply, print_reply

if TYPE_CHECKING:
    from kotowari import Decision, Policy
    from kotowari_cli import shape
    from kotowari_cli.names import Names


@click.command(name="check", short_help="Decide one request.")
@click.argument("text", required=False)
@click.option("-f", "--fact", "facts", multiple=True, metavar="FACT=VALUE", help="A fact; `plan=pro` will do.")
@click.option("-t", "--topic", "topics", multiple=True, metavar="TOPIC[=no]", help="What it is about, or is not.")
@click.option("--unavailable", multiple=True, metavar="FACT|all", help="A fact that nobody can find out.")
@click.option("--request", metavar="FILE|-", help="The request as JSON or YAML; other options override it.")
@click.option("--file", metavar="FILE|-", help="A file with the text.")
@policy_option()
@click.option("--now", metavar="TIME", help="The moment to decide for, such as 2026-04-01T09:00:00Z.")
@format_option()
@click.option("--reply", type=click.Choice([known.value for known in ReplyFormat]), help="Print the reply alone.")
@click.option("--copy", "copied", is_flag=True, help="Put the reply on the clipboard as well.")
@click.option("--language", metavar="en", help="The language of the reply.")
@click.option("--ask/--no-ask", default=None, help="Ask for what is missing; so it is on a terminal.")
@click.option("--why", is_flag=True, help="Show every condition, and the words found in the text.")
@click.option("--why-not", metavar="VERDICT|RULE", help="Show what stands in the way of it, and what leads there.")
@click.option("--no-request", is_flag=True, help="Leave the request out of the JSON.")
@click.option("--exit-code", is_flag=True, help="Exit with 0 accept, 10 decline, 20 escalate, 30 open.")
def command(  # noqa: PLR0913 - one parameter for each option, all by name
    *,
    text: str | None,
    facts: tuple[str, ...],
    topics: tuple[str, ...],
    unavailable: tuple[str, ...],
    request: str | None,
    file: str | None,
    policy: str | None,
    now: str | None,
    format_: str,
    reply: str | None,
    copied: bool,
    language: str | None,
    ask: bool | None,
    why: bool,
    why_not: str | None,
    no_request: bool,
    exit_code: bool,
) -> int:
    """Decide one request: the verdict, the reply to send, why, and what would change it.

    TEXT is what the customer wrote, never the name of a file. Without a policy the shipped pack `starter` answers.

    \b
    kotowari check "Could you add Gantt charts?" -f plan=pro
    kotowari check --request request.json --format json | jq -r .verdict
    kotowari check --file mail.txt -f plan=pro --reply html --copy
    kotowari check "Could you add Gantt charts?" --why-not accept
    """  # noqa: D301 - click reads \\b
    given = Given(text, file, request, facts, topics, unavailable, language, now)
    check_given(given)
    check_options(reply, format_, why=why)
    _check_why_not(why_not, reply, copied=copied)
    as_text = format_ == Format.TEXT
    loaded = _load(policy, as_text=as_text)
    asked = request_of(given, loaded.model)
    decision = loaded.decide(asked)
    if why_not is None and _asks(ask, given, as_text=as_text):
        from kotowari_cli.asking import ask_open

        decision = ask_open(loaded, _names(loaded), asked, decision)
    if why_not is not None:
        from kotowari_cli.why_not import print_why_not

        print_why_not(decision, why_not, as_text=as_text, why=why)
    elif reply:
        print_reply(decision, ReplyFormat(reply))
    elif as_text:
        _print_text(loaded, decision, why=why)
    else:
        _print_json(decision, with_request=not no_request)
    if copied:
        copy_reply(decision, ReplyFormat(reply or ReplyFormat.TEXT))
    return of_verdict(decision.verdict) if exit_code else Exit.DONE


def _check_why_not(wanted: str | None, reply: str | None, *, copied: bool) -> None:
    if wanted is not None and (reply or copied):
        message = say("`--why-not` answers a question, and sends no reply")
        raise Failure(message, say("leave out --reply and --copy"))


def _load(named: str | None, *, as_text: bool) -> Policy:
    place = locate.locate(named, or_starter=as_text)
    if place.shipped:
        from kotowari_cli.screen import print_note

        print_note(
            say(
                "{why}; the shipped pack `{pack}` answers (`kotowari init` copies it)",
                why=locate.no_policy(),
                pack=locate.STARTER,
            )
        )
    return locate.load(place)


def _asks(wanted: bool | None, given: Given, *, as_text: bool) -> bool:  # noqa: FBT001 - as click gives it
    """Whether to ask for what is missing: as the person says, else where a person sits at both ends."""
    if given.reads_stdin:
        if wanted:
            message = say("standard input gives the request, so it cannot give answers too")
            raise Failure(message, say("leave out --ask"))
        return False
    return wanted if wanted is not None else as_text and sys.stdin.isatty() and sys.stdout.isatty()


def _print_text(policy: Policy, decision: Decision, *, why: bool) -> None:
    from kotowari_cli.render.decision import decision_lines
    from kotowari_cli.render.view import View
    from kotowari_cli.screen import console, print_lines, width

    target = console()
    data = cast("shape.Decision", decision.to_dict())
    print_lines(target, decision_lines(View(data, _names(policy), width(target), why)))


def _names(policy: Policy) -> Names:
    from kotowari_cli.names import Names
    from kotowari_cli.strings import words_of

    return Names(policy.model, words_of(language_of()))


def _print_json(decision: Decision, *, with_request: bool) -> None:
    from kotowari_cli.json_text import pretty, write

    write(pretty(decision.to_dict(request=with_request)))
