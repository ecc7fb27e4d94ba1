from __future__ import annotations

import os
import re
import select
import subprocess
from collections.abc import Iterator
from decimal import Decimal

import pytest
from tests.cli.conftest import ACME, COMMAND, Run, environment

import kotowari
from kotowari.diagnostics.span import NOWHERE
from kotowari.model.model import Fact
from kotowari.model.types import FactType, Kind
from kotowari_cli.answers import NOT_KNOWN, value_of

PLAN = Fact(
    "customer.plan",
    NOWHERE,
    {},
    FactType(Kind.ONE_OF, ("free", "pro", "d")),
    calls={"pro": {"en": "the Pro plan", "ja": "プロプラン"}},
)


def fact(kind: Kind, *choices: str, or_none: bool = False) -> Fact:
    return Fact(
        "a.b", NOWHERE, {}, FactType(kind, choices, or_none=or_none, low=Decimal(1) if kind is Kind.WHOLE else None)
    )


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("pro", "pro"),
        ("  PRO ", "pro"),
        ("the pro plan", "pro"),
        ("プロプラン", "pro"),
        ("2", "pro"),
        ("２", "pro"),
        ("d", "d"),
        ("4", "4"),
        ("other", "other"),
        ("", NOT_KNOWN),
        ("？", NOT_KNOWN),
        ("don’t know", NOT_KNOWN),
        ("分からない", NOT_KNOWN),
    ],
)
def test_a_choice_is_named_in_many_ways(line: str, value: object) -> None:
    assert value_of(PLAN, line) == value


@pytest.mark.parametrize(
    ("of", "line", "value"),
    [
        (fact(Kind.WHOLE), "d", NOT_KNOWN),
        (fact(Kind.WHOLE), "１２", "１２"),
        (fact(Kind.FLAG), "y", "yes"),
        (fact(Kind.FLAG), "いいえ", "no"),
        (fact(Kind.DATE, or_none=True), "なし", None),
        (fact(Kind.DATE), "none", "none"),
        (fact(Kind.TEXT), "d", "d"),
        (fact(Kind.TEXT), "?", NOT_KNOWN),
        (fact(Kind.ANY_OF, "beta", "partner"), "2、beta", ["partner", "beta"]),
        (fact(Kind.ANY_OF, "beta", "partner"), "none", []),
    ],
)
def test_answers_by_the_type_of_the_fact(of: Fact, line: str, value: object) -> None:
    assert value_of(of, line) == value


@pytest.fixture(autouse=True)
def policy(acme: kotowari.Policy) -> kotowari.Policy:
    return acme


def test_questions_come_until_the_verdict_stands(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", "--ask", "--exit-code", stdin="90 USD\n12\n")
    assert ended.code == 10
    assert ended.out.startswith("DECLINE")
    assert "What is the revenue (customer.revenue)?" in ended.err
    assert "How many people does the team have? (Accounts > Seats)" in ended.err
    assert "How many people use Acme Notes in your team?" in ended.err


def test_a_bad_answer_is_asked_again(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", "--ask", "--exit-code", stdin="ninety\n90 USD\n0\nmany\n12\n")
    assert ended.code == 10
    assert "`ninety` does not fit: it takes money in USD" in ended.err
    assert "`0` does not fit: it takes a whole number from 1." in ended.err
    assert "`many` does not fit" in ended.err


def test_not_knowing_is_an_answer(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", "--ask", "--exit-code", stdin="?\n\n")
    assert ended.code == 20
    assert "`unanswered`" in ended.out


def test_who_leaves_sees_what_is_open(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", "--ask", "--exit-code", stdin="90 USD\n")
    assert ended.code == 30
    assert ended.out.startswith("OPEN")
    assert "-f customer.seats=…" in ended.out


def test_a_missing_text_is_asked_for_as_well(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "--ask", "--exit-code", stdin="my lawyer\n")
    assert "What does the customer write?" in ended.err
    assert ended.code == 20


def test_nobody_is_asked_where_nobody_sits(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "gantt", stdin="90 USD\n12\n")
    assert ended.err == ""
    assert ended.out.startswith("OPEN")


def test_standard_input_is_not_the_request_and_the_answers(kotowari_in: Run) -> None:
    ended = kotowari_in("check", "--file", "-", "--ask", stdin="gantt")
    assert ended.code == 2
    assert "leave out --ask" in ended.err


def test_an_interrupt_leaves_the_questions(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    ended = kotowari_in("check", "gantt", "--ask", "--exit-code")
    assert ended.code == 30
    assert ended.out.startswith("OPEN")


class Terminal:
    """A person at a terminal: reads until something is shown, then types."""

    def __init__(self) -> None:
        self.ours, self.theirs = os.openpty()
        self.shown = ""

    def wait_for(self, text: str) -> None:
        """Read until `text` is shown; gives up after a minute in which nothing comes."""
        while text not in self.shown:
            ready, _, _ = select.select([self.ours], [], [], 60)
            assert ready, self.shown
            new = os.read(self.ours, 4096).decode(errors="replace")
            self.shown += re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", new)

    def type(self, keys: bytes) -> None:
        os.write(self.ours, keys)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    found = Terminal()
    yield found
    os.close(found.ours)
    os.close(found.theirs)


@pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
@pytest.mark.parametrize(("keys", "code", "first"), [(b"12\n", 10, "DECLINE"), (b"\x04", 30, "OPEN")])
def test_on_a_terminal_it_asks_of_itself(terminal: Terminal, keys: bytes, code: int, first: str) -> None:
    env = environment(KOTOWARI_POLICY=str(ACME), TERM="xterm", NO_COLOR="1")
    arguments, theirs = [*COMMAND, "check", "gantt", "--exit-code"], terminal.theirs
    with subprocess.Popen(arguments, env=env, stdin=theirs, stdout=theirs, stderr=theirs) as running:
        terminal.wait_for("What is the revenue (customer.revenue)?")
        terminal.wait_for("customer.revenue: ")
        terminal.type(b"90 USD\n")
        terminal.wait_for("customer.seats: ")
        terminal.type(keys)
        terminal.wait_for(f"\n{first}")
        terminal.wait_for("policy.rules:81")
        assert running.wait() == code
