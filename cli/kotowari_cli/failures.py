"""The one place that turns what goes wrong into a message and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from typing import Literal

import click

from kotowari_cli import language_of
from kotowari_cli.exits import Exit

_DEBUG = "KOTOWARI_DEBUG"
_FAULT = {
    "en": "error: this is a fault of kotowari, not yours: {error}\n"
    "  please report it, with the command and what it prints when {variable}=1 is set",
    "ja": "エラー: kotowari の不具合です。使い方の誤りではありません：{error}\n"
    "  コマンドと、{variable}=1 を付けたときの表示を添えて、お知らせください",
}


class Failure(Exception):  # noqa: N818 - what a person reads is no error of the program
    """What is wrong with what the person gave us, and what to do: sentences of `kotowari.diagnostics.said`."""

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def no_such(kind: Literal["fact", "topic", "rule"], name: str, names: Iterable[str], lists: str) -> Failure:
    """That nothing of this kind is called so in the policy, with the nearest name; `lists` is a command."""
    from kotowari.diagnostics.said import say
    from kotowari.diagnostics.suggest import nearest

    kinds = {"fact": say("fact"), "topic": say("topic"), "rule": say("rule")}
    meant = nearest(name, names)
    listing = say("`{command}` lists them", command=lists)
    advice = say("did you mean `{name}`?", name=meant) if meant else listing
    return Failure(say("`{name}` is not a {kind} of this policy", name=name, kind=kinds[kind]), advice)


def guarded(body: Callable[[], object]) -> int:
    """Run `body`, print on standard error what goes wrong, and return the exit code. Raises nothing.

    What `body` returns is the exit code where it is a number, else all is done.
    """
    try:
        code = body()
        sys.stdout.flush()
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except (KeyboardInterrupt, click.Abort):
        return Exit.INTERRUPTED
    except BrokenPipeError:
        _forget_output()
        return Exit.CLOSED
    except Exception as error:  # noqa: BLE001 - the last door: a traceback is no message
        return _explained(error)
    return code if isinstance(code, int) else Exit.DONE


def _explained(error: Exception) -> int:
    try:
        return _reported(error)
    except OSError:
        _forget_output()
        return Exit.INPUT  # not even the message can be written
    except Exception:  # noqa: BLE001 - an installation so broken that it cannot name its errors
        return _fault(error)


def _reported(error: Exception) -> int:
    match error:
        case Failure():
            complain(error.message, error.advice)
        case click.ClickException():
            _say_usage(error)
        case OSError():
            _say_system(error)
        case _:
            return _reported_by_engine(error)
    return Exit.INPUT


def _reported_by_engine(error: Exception) -> int:
    """Errors that the engine names; imported only here, where the engine is at work already."""
    from kotowari import PolicyError, RequestError
    from kotowari.requests import DocumentError

    match error:
        case PolicyError():
            from kotowari_cli.screen import print_diagnostics

            print_diagnostics(error.diagnostics, error.sources, err=True)
            return Exit.POLICY
        case RequestError():
            complain(error.placed, error.help)
            return Exit.INPUT
        case DocumentError():
            complain(error.sentence)
            return Exit.INPUT
        case _:
            return _fault(error)


def _fault(error: Exception) -> int:
    """Own up, with nothing of the package's own that may be at fault."""
    if os.environ.get(_DEBUG) == "1":
        import traceback

        traceback.print_exception(error)
    said = f"{type(error).__name__}: {error}"[:200]
    shown = "".join(char if char.isprintable() else "?" for char in said)
    click.echo(_FAULT[language_of()].format(error=shown, variable=_DEBUG), err=True)
    return Exit.FAULT


def complain(message: str, advice: str = "") -> None:
    """Print `error: message` on standard error and below it what to do, wrapped and safe for every terminal.

    Sentences of the program are said in the language of the person.
    """
    from kotowari_cli.screen import print_error

    print_error(message, advice)


def _say_usage(error: click.ClickException) -> None:
    from kotowari_cli.usage import advice_on, sentence_of

    complain(sentence_of(error), advice_on(error))


def _say_system(error: OSError) -> None:
    from kotowari.diagnostics.said import say
    from kotowari_cli.system import reason

    why = reason(error)
    name = error.filename
    complain(why if name is None else say("`{name}`: {why}", name=os.fsdecode(name), why=why))
    _forget_output()


def _forget_output() -> None:
    """Let what is still buffered go nowhere, so that the end of the interpreter does not complain once more."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 1)
    finally:
        os.close(nowhere)
