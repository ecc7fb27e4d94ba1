"""The difference between two policies as data, in the format `kotowari.diff/1`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from kotowari.comparison.diff import Diff, Side
from kotowari.comparison.gate import Approval
from kotowari.comparison.structure import Item
from kotowari.comparison.tally_record import tally_data
from kotowari.model.moments import time_text
from kotowari.version import VERSION

if TYPE_CHECKING:
    from kotowari.comparison.meaning import Turn

FORMAT = "kotowari.diff/1"


def diff_data(diff: Diff, now: datetime, *, replies: bool) -> dict[str, object]:
    """The difference as JSON objects, lists and strings."""
    return {
        "format": FORMAT,
        "kotowari": VERSION,
        "now": time_text(now),
        "old": _side(diff.old),
        "new": _side(diff.new),
        "declarations": [_item(item) for item in diff.items],
        "words": [
            {"topic": one.topic, "text": one.text, "before": one.before.value, "after": one.after.value}
            for one in diff.texts
        ],
        "meaning": _meaning(diff),
        "requests": None if diff.tally is None else tally_data(diff.tally, replies=replies),
        "approvals": {"approved": diff.gate.approved, "stale": [_approval(one) for one in diff.stale]},
        "failing": [{"change": change, "count": count} for change, count in sorted(diff.gate.failing.items())],
        "untold": diff.untold,
        "fails": diff.fails,
    }


def _side(side: Side) -> dict[str, object]:
    model = side.policy.model
    return {"given": side.given, "name": model.name, "edition": model.edition, "digest": model.digest}


def _item(item: Item) -> dict[str, object]:
    return {
        "kind": item.sort,
        "name": item.name,
        "status": item.status.value,
        "was": item.was,
        "source": item.source,
        "edits": [{"clause": one.clause, "before": one.before, "after": one.after} for one in item.edits],
    }


def _meaning(diff: Diff) -> dict[str, object] | None:
    if diff.meaning is None:
        return None
    return {
        "equivalent": diff.meaning.equivalent,
        "changes": [_turn(turn, approved=approved) for turn, approved in diff.turns],
        "untold": [{"from": one.before.value, "to": one.after.value} for one in diff.meaning.untold],
    }


def _turn(turn: Turn, *, approved: bool) -> Mapping[str, object]:
    shown = turn.witness
    return {
        "rule": turn.rule,
        "from": {"verdict": turn.transition.before.value, "rules": list(turn.before)},
        "to": {"verdict": turn.transition.after.value, "rules": list(turn.after)},
        "approved": approved,
        "request": {**shown.request, "now": time_text(shown.now)},
        "words": shown.words,
    }


def _approval(one: Approval) -> dict[str, object]:
    what = {"rule": one.rule} if one.request is None else {"request": one.request}
    return {"change": one.change, **what, "because": one.because}
