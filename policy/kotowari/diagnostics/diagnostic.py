"""A diagnostic as data: what is wrong, where, and what to do."""

from __future__ import annotations

from enum import StrEnum

from kotowari.diagnostics.span import Span
from kotowari.record import record


class Severity(StrEnum):
    """How much it matters: an error stops the policy from compiling, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@record
class Note:
    """A second place that matters, such as the first declaration of a name declared twice."""

    message: str
    span: Span


@record
class Fix:
    """A replacement of the text at `span` by `replacement` that removes the cause."""

    span: Span
    replacement: str
    title: str


@record
class Diagnostic:
    """One fault of a policy.

    `code` names the page that `kotowari explain` shows. `message` is one lower-case sentence without a full stop that
    says what is wrong, with backticks round what the user wrote. `label` stands right beside the underline (the
    nearest name, the expected type). `help` says what to do. All three are English; what `say` has made of them can be
    told in another language (`spoken.translated`). `silenced` is the reason why the policy does not want to be told,
    and where it says so.
    """

    code: str
    message: str
    span: Span
    label: str = ""
    help: str = ""
    severity: Severity = Severity.ERROR
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    silenced: Note | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Diagnostics sort by place, then code."""
        return (self.span.source, self.span.start, self.span.end, self.code, self.message)
