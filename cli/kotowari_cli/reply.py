"""`kotowari reply`: the checks of a reply that a person, or a program, has written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kotowari.diagnostics.said import say
from kotowari_cli import language_of, locate
from kotowari_cli.exits import Exit
from kotowari_cli.failures import Failure, no_such
from kotowari_cli.files import MAX_DOCUMENT, MIB, STDIN, read_bytes, read_text
from kotowari_cli.options import Format, format_option, policy_option

if TYPE_CHECKING:
    from kotowari import Decision, Policy
    from kotowari.diagnostics.diagnostic import Diagnostic
    from kotowari.diagnostics.source import Source
    from kotowari.review.expectations import Expectations

# A reply of 256 KiB is a wrong file.
_MAX_REPLY = MIB // 4


@click.group(
    name="reply",
    short_help="Check a reply.",
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
def command() -> None:
    """Check a reply that somebody has written, before it is sent."""


@command.command(name="check", short_help="Check a reply text.")
@click.argument("file", metavar="FILE|-")
@click.option("--language", type=click.Choice(["en", "ja"]), help="The language of the reply; else told from it.")
@click.option("--rule", metavar="NAME", help="The rule that the reply tells.")
@click.option("--request", metavar="FILE|-", help="The request that it answers, as JSON or YAML.")
@policy_option()
@format_option("github", "sarif")
def check(  # noqa: PLR0913 - one parameter for each option, all by name
    *, file: str, language: str | None, rule: str | None, request: str | None, policy: str | None, format_: str
) -> int:
    """Check the reply in FILE: its parts, its words, and with --rule or --request whether it tells the decision.

    The exit code is 1 where errors are found; warnings and notes alone are no reason to stop.

    \b
    kotowari reply check draft.txt
    pbpaste | kotowari reply check - --rule no-gantt
    """  # noqa: D301 - click reads \\b
    _check_given(file, rule, request)
    if policy is not None and rule is None and request is None:
        message = say("--policy alone says nothing of the reply")
        raise Failure(message, say("name a --rule of it, or a --request"))
    source = _source(file)
    spoken = language or _language(source.text)
    expected = _expected(rule, request, policy, spoken)
    found = _reviewed(source, spoken, expected)
    _print(found, source, format_, spoken, expected)
    return Exit.POLICY if any(one.severity.value == "error" for one in found) else Exit.DONE


def _check_given(file: str, rule: str | None, request: str | None) -> None:
    if rule is not None and request is not None:
        raise Failure(say("--rule and --request are both given"), say("give one of them"))
    if file == request == STDIN:
        message = say("standard input cannot be both the reply and its request")
        raise Failure(message, say("put one of them into a file"))


def _source(file: str) -> Source:
    from kotowari.diagnostics.source import Source

    text = read_text(file, _MAX_REPLY).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise Failure(say("the reply is empty"), say("give a file with the text of the reply"))
    return Source("reply" if file == STDIN else file, text)


def _language(text: str) -> str:
    from kotowari.text.language import detect

    return detect(text, ("en", "ja")) or "en"


def _reviewed(source: Source, language: str, expected: Expectations) -> tuple[Diagnostic, ...]:
    from kotowari.review.review import review
    from kotowari.text.japanese.morphemes import MissingJapanese

    try:
        return review(source, language, expected)
    except MissingJapanese:
        raise Failure(
            say("Japanese cannot be read: SudachiPy and its dictionary are not installed"),
            say("install `kotowari[ja]`"),
        ) from None


# --- what it is measured against --------------------------------------------------------------------------------------


def _expected(rule: str | None, request: str | None, policy: str | None, language: str) -> Expectations:
    from kotowari.review.expectations import NOTHING

    if rule is None and request is None:
        return NOTHING
    loaded = locate.load(locate.locate(policy))
    return _of_rule(loaded, rule, language) if rule is not None else _of_request(loaded, request or "", language)


def _of_rule(policy: Policy, name: str, language: str) -> Expectations:
    from kotowari.review.expected import of_rule

    found = policy.model.rules.get(name)
    if found is None:
        raise no_such("rule", name, policy.model.rules, "kotowari show")
    return of_rule(policy.model, found, language)


def _of_request(policy: Policy, file: str, language: str) -> Expectations:
    from kotowari.requests import parse_document, read_request
    from kotowari.review.decided import of_ruling

    decision: Decision = policy.decide(read_request(parse_document(read_bytes(file, MAX_DOCUMENT), file)))
    if decision.verdict is None:
        advice = say("`kotowari check --request` says which fact it waits for")
        raise Failure(say("the decision on this request is open"), advice)
    return of_ruling(policy.model, decision.ruling, language)


# --- what is printed --------------------------------------------------------------------------------------------------


def _print(found: tuple[Diagnostic, ...], source: Source, format_: str, language: str, expected: Expectations) -> None:
    sources = {source.name: source}
    if format_ != Format.TEXT:
        from kotowari_cli.json_text import write
        from kotowari_cli.lint import rendered

        write(f"{rendered(format_, Path(), found, sources)}\n".encode())
    elif found:
        from kotowari_cli.screen import print_diagnostics

        print_diagnostics(found, sources)
    else:
        click.echo(_nothing(language, expected))


def _nothing(language: str, expected: Expectations) -> str:
    from kotowari_cli.strings import words_of
    from kotowari_cli.strings_reply import reply_words

    words = words_of(language_of())
    said = reply_words(words.language)
    line = said.against if expected.verdict else said.nothing_found
    verdict = words.verdicts[expected.verdict] if expected.verdict else ""
    return line.format(language=said.languages[language], verdict=verdict)
