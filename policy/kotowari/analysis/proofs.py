"""All that is proved of a policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kotowari.analysis.findings import FINDINGS
from kotowari.analysis.study import Study, study
from kotowari.api import Policy
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, comma_list, say

_MOST_LISTED = 3


def proved(policy: Policy, today: date, *, most: int | None = None) -> list[Diagnostic]:
    """What holds of the policy from today on, whatever the request, what matters most of each kind first.

    No more than `most` of one kind come with an example.
    """
    made = study(policy, today, most=most)
    return [*(one for finding in FINDINGS for one in finding(made)), *_left_open(made)]


def _left_open(made: Study) -> Iterator[Diagnostic]:
    """What would have taken too much work, said once."""
    if made.open:
        yield Diagnostic(
            "not-proved",
            _open(len(made.open), _listed(sorted(set(made.open)))),
            made.model.span,
            help=say("what else is reported holds; smaller tables and fewer reckonings with two facts are easier"),
            severity=Severity.NOTE,
        )


def _open(count: int, about: str) -> Said:
    if count == 1:
        return say(
            "not everything could be proved: 1 question takes more work than is allowed, about {about}", about=about
        )
    return say(
        "not everything could be proved: {count} questions take more work than is allowed, about {about}",
        count=count,
        about=about,
    )


def _listed(names: Sequence[str]) -> str:
    """Names in backticks, which may be sentences of ours, the first few of them."""
    shown = comma_list(say("`{what}`", what=name) for name in names[:_MOST_LISTED])
    more = len(names) - _MOST_LISTED
    return say("{names} and {count} more", names=shown, count=more) if more > 0 else shown
