"""What the tests of the pack `bank` share."""

from __future__ import annotations

from functools import cache

import kotowari


@cache
def policy() -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / "bank")


def outcome(text: str) -> str:
    """The verdict and, for an escalation, the team that has to answer first."""
    decision = policy().decide({"text": text})
    return f"escalate:{decision.handovers[0].to}" if decision.handovers else str(decision.verdict)


def listed(block: str) -> list[str]:
    return [line.strip() for line in block.splitlines() if line.strip()]
