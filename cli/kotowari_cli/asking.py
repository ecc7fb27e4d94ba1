"""Asking for the facts that still matter, one at a time, until the verdict stands or the person leaves."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, tzinfo
from importlib import import_module
from typing import TYPE_CHECKING, cast

from rich.console import Console
from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari.model.model import REQUEST_TEXT, Fact
from kotowari.model.takes import given, takes
from kotowari.model.values import ValueProblem, read_value, show_value
from kotowari.record import record
from kotowari.requests import Request, read_now
from kotowari_cli import shape
from kotowari_cli.answers import NOT_KNOWN, value_of
from kotowari_cli.render.changes import asked
from kotowari_cli.render.read import which_lines
from kotowari_cli.render.view import Lines, View, hanging
from kotowari_cli.screen import console, print_lines, width

if TYPE_CHECKING:
    from kotowari import Decision, Policy
    from kotowari_cli.names import Names


@record
class _Conversation:
    """With whom we speak, and about which policy."""

    policy: Policy
    names: Names
    target: Console


def ask_open(policy: Policy, names: Names, request: Request, decision: Decision) -> Decision:
    """The decision once everything is answered that decides it, or the last one where the person leaves.

    The questions go to standard error, and the moment of the decision stays that of the first.
    """
    conversation = _Conversation(policy, names, console(err=True))
    data = cast("shape.Decision", decision.to_dict())
    request = replace(request, now=read_now(data["now"]))
    while data["ask"] and (data["verdict"] is None or data["reply"] is None):
        answered = _ask(conversation, request, data)
        if answered is None:
            break
        request = answered
        decision = policy.decide(request)
        data = cast("shape.Decision", decision.to_dict())
    conversation.target.print()
    return decision


def _ask(conversation: _Conversation, request: Request, data: shape.Decision) -> Request | None:
    """The request with the answer to the first question, asked until the answer fits; None where nobody answers."""
    view = View(data, conversation.names, width(conversation.target))
    question = data["ask"][0]
    fact = conversation.policy.model.facts[question["fact"]]
    print_lines(conversation.target, [Text(), *_status(view), *_question(view, question, fact)])
    while True:
        line = _read_line(conversation.target, f"{fact.name}: ")
        if line is None:
            return None
        value = value_of(fact, line)
        if value is NOT_KNOWN:
            return replace(request, unavailable=request.unavailable | {fact.name})
        try:
            read_value(fact.type, value, offset=_offset(request))
        except ValueProblem:
            text = view.words.bad_answer.format(given=given(value), takes=_takes(view, fact))
            print_lines(conversation.target, hanging(text, view.width, style="red"))
        else:
            return _with(request, fact, value)


def _with(request: Request, fact: Fact, value: object) -> Request:
    """The request with one more thing known."""
    if fact.name == REQUEST_TEXT:
        return replace(request, text=str(value))
    return replace(request, facts={**request.facts, fact.name: value})


def _offset(request: Request) -> tzinfo:
    return (request.now and request.now.tzinfo) or UTC


def _status(view: View) -> Lines:
    if view.decision["verdict"] is not None:
        return [Text(view.words.waits, "dim")]
    possible = view.words.could_be.format(verdicts=view.verdicts(view.decision["possible"]))
    return hanging(possible, view.width, indent="", style="dim")


def _question(view: View, question: shape.Question, fact: Fact) -> Lines:
    """The question, for the customer as well, and what may be answered."""
    lines = hanging(asked(view, question), view.width, indent="", style="bold")
    lines += which_lines(view, question["fact"])
    if question["ask_customer"]:
        quoted = view.words.quoted.format(printable(question["ask_customer"]))
        lines += hanging(view.words.ask_customer.format(question=quoted), view.width)
    for number, choice in enumerate(fact.type.choices, 1):
        called = view.names.choice(fact, choice)
        text = view.words.named.format(called=choice, name=called) if called != choice else choice
        lines += hanging(text, view.width, mark=f"{number}  ")
    hint = f"{_takes(view, fact)}{view.words.semicolon}{view.words.dont_know}"
    return [*lines, *hanging(hint, view.width, style="dim")]


def _takes(view: View, fact: Fact) -> str:
    """What a fact takes, in the language of the terminal."""
    phrase = view.words.kinds.get(fact.type.kind)
    if phrase is None:
        return takes(fact.type)
    ends = [
        pattern.format(view.names.value(fact.name, show_value(fact.type, end)))
        for pattern, end in ((view.words.low, fact.type.low), (view.words.high, fact.type.high))
        if end is not None
    ]
    none = f"{view.words.or_}{view.words.none}" if fact.type.or_none else ""
    return phrase.format(currency=fact.type.currency) + "".join(ends) + none


def _read_line(target: Console, prompt: str) -> str | None:
    """A line of standard input, None at its end or where the person breaks off."""
    try:
        if sys.stdin.isatty() and sys.stdout.isatty():
            with suppress(ImportError):  # Windows has none, and its terminals edit lines themselves
                import_module("readline")
            return input(prompt)
        target.print(Text(prompt))
        return input()
    except (EOFError, KeyboardInterrupt):
        target.print()  # the prompt stands on this line still
        return None
    except UnicodeDecodeError:
        return "\ufffd"  # fits no fact but a text
