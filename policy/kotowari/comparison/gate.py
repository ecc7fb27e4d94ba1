"""Which changes are not to happen, and which of those somebody has accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import field
from typing import cast

from kotowari.comparison.replay import Difference
from kotowari.comparison.transitions import Besides, Kind, Transition, read_kind
from kotowari.diagnostics.said import Said, comma_list, say
from kotowari.record import record


@record
class Approval:
    """A change that is accepted, and why: of a request, by its id, or all that a rule brings or no longer brings."""

    change: str
    kind: Kind
    because: str
    rule: str | None = None
    request: str | int | None = None

    def covers(
        self, transition: Transition, besides: Besides | None, rules: Collection[str], request: str | int | None
    ) -> bool:
        """Whether it is this change that was accepted."""
        if not self.kind.matches(transition, besides):
            return False
        return request == self.request if self.request is not None else self.rule in rules


class ApprovalError(ValueError):
    """Approvals that cannot be read; `message` says what is wrong and what to write."""

    def __init__(self, message: Said) -> None:
        super().__init__(message)
        self.message = message


@record(frozen=False)
class Gate:
    """Looks at changes one by one: which of them fail, and which approvals were of use."""

    kinds: Sequence[Kind] = ()
    approvals: Sequence[Approval] = ()
    approved: int = 0
    failing: Counter[str] = field(default_factory=Counter[str])
    used: set[int] = field(default_factory=set[int])

    def look(
        self,
        transition: Transition,
        besides: Besides | None = None,
        rules: Collection[str] = (),
        request: str | int | None = None,
    ) -> bool:
        """Whether a change is approved; counted as failing where it is not and must not happen."""
        covering = [
            place
            for place, approval in enumerate(self.approvals)
            if approval.covers(transition, besides, rules, request)
        ]
        self.used.update(covering)
        if covering:
            self.approved += 1
        elif any(kind.matches(transition, besides) for kind in self.kinds):
            self.failing[str(transition) if besides is None else besides.value] += 1
        return bool(covering)

    def look_at(self, found: Difference) -> bool:
        """The same for a request."""
        rules = {*found.before.rules, *found.after.rules}
        return self.look(found.transition, found.besides, rules, found.id)

    def stale(self, *, requests: bool) -> list[Approval]:
        """Approvals of what does not change; those of single requests only where requests were looked at."""
        return [
            approval
            for place, approval in enumerate(self.approvals)
            if place not in self.used and (requests or approval.request is None)
        ]


# --- reading ----------------------------------------------------------------------------------------------------------

_KEYS = ("change", "rule", "request", "because")
_HOW = say("such as `- {{change: accept:decline, rule: no-gantt, because: the board decided it}}`")


def read_approvals(document: object) -> tuple[Approval, ...]:
    """The approvals of a YAML document. Raises ApprovalError."""
    if not isinstance(document, Mapping) or set(cast("Mapping[str, object]", document)) != {"approved"}:
        raise ApprovalError(say("it needs one key, `approved`, with a list of changes, {how}", how=_HOW))
    entries = cast("Mapping[str, object]", document)["approved"]
    if not isinstance(entries, list):
        raise ApprovalError(say("`approved` is a list of changes, {how}", how=_HOW))
    return tuple(_approval(number, entry) for number, entry in enumerate(cast("list[object]", entries), 1))


def _approval(number: int, entry: object) -> Approval:
    if not isinstance(entry, Mapping):
        raise ApprovalError(say("entry {number} is no change, {how}", number=number, how=_HOW))
    members = cast("Mapping[str, object]", entry)
    unknown = sorted(set(members) - set(_KEYS))
    if unknown:
        keys = comma_list(_KEYS)
        message = say("there is no key `{key}`; there are {keys}", key=unknown[0], keys=keys)
        raise _wrong(number, message)
    change, because = members.get("change"), members.get("because")
    kind = read_kind(change) if isinstance(change, str) else None
    if not isinstance(change, str) or kind is None:
        raise _wrong(number, say("`change` names a change, such as `accept:decline`"))
    if not isinstance(because, str) or not because.strip():
        raise _wrong(number, say("`because` says why the change is accepted"))
    rule, request = members.get("rule"), members.get("request")
    if (rule is None) is (request is None):
        raise _wrong(number, say("name either the `rule` that brings the change or the `request`, by its id"))
    if rule is not None and not isinstance(rule, str):
        raise _wrong(number, say("`rule` is the name of a rule"))
    if request is not None and (isinstance(request, bool) or not isinstance(request, str | int)):
        raise _wrong(number, say("`request` is the id of a request"))
    return Approval(change, kind, because, rule, request)


def _wrong(number: int, message: Said) -> ApprovalError:
    return ApprovalError(say("entry {number}: {message}", number=number, message=message))
