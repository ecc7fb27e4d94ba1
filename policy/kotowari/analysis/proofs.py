"""All that is proved of a policy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kotowari.analysis.findings import FINDINGS
from kotowari.analysis.study import Study, study
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic, Severity


def proved(policy: Policy, today: date, *, most: int | None = None) -> list[Diagnostic]:
    """What holds of the policy from today on, whatever the request, what matters most of each kind first.

    No more than `most` of one kind come with an example.
    """
    made = study(policy, today, most=most)
    return [*(one for finding in FINDINGS for one in finding(made)), *_left_open(made)]


def _left_open(made: Study) -> Iterator[Diagnostic]:
    """What would have taken too much work, said once."""
    if made.open:
        names = sorted(set(made.open))
        listed = ", ".join(f"`{name}`" for name in names[:3]) + (
            f" and {len(names) - 3} more" if len(names) > 3 else ""
        )
        questions = "1 question takes" if len(made.open) == 1 else f"{len(made.open)} questions take"
        yield Diagnostic(
            "not-proved",
            f"not everything could be proved: {questions} more work than is allowed, about {listed}",
            made.model.span,
            help="what else is reported holds; smaller tables and fewer reckonings with two facts are easier",
            severity=Severity.NOTE,
        )
