"""What the exit codes of `kotowari` mean."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """How a run ended. The last two are what shells give for a program that a signal ended."""

    DONE = 0
    POLICY = 1
    """The policy, or its cases, have problems."""
    INPUT = 2
    """Wrong usage, or input that cannot be used."""
    FAULT = 70
    """A fault of ours (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    CLOSED = 141
    """Nobody reads our output any longer."""


class VerdictExit(IntEnum):
    """With `check --exit-code`, the verdict."""

    ACCEPT = 0
    DECLINE = 10
    ESCALATE = 20
    OPEN = 30


def of_verdict(verdict: str | None) -> VerdictExit:
    """The exit code of a verdict; None is one that is still open."""
    return VerdictExit[verdict.upper()] if verdict else VerdictExit.OPEN
