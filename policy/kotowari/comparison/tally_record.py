"""A tally as data: the part `requests` of `kotowari.diff/1` and `kotowari.what-if/1`."""

from __future__ import annotations

from kotowari.comparison.replay import Difference, Side
from kotowari.comparison.tally import Tally
from kotowari.comparison.transitions import Besides


def tally_data(tally: Tally, *, replies: bool) -> dict[str, object]:
    """Counts and listed changes; `replies_changed` is null where nobody looked at replies."""
    return {
        "total": tally.total,
        "changed": tally.changed,
        "approved": tally.approved,
        "transitions": [
            {"from": one.before.value, "to": one.after.value, "count": count} for one, count in tally.by_gravity
        ],
        "possible_changed": tally.besides[Besides.POSSIBLE],
        "teams_changed": tally.besides[Besides.TEAM],
        "replies_changed": tally.besides[Besides.REPLY] if replies else None,
        "listed": [difference_data(one) for one in tally.listed],
        "errors": tally.bad_total,
        "error_lines": list(tally.bad),
    }


def difference_data(one: Difference) -> dict[str, object]:
    """One request that changes."""
    return {
        **({} if one.id is None else {"id": one.id}),
        **({} if one.line is None else {"line": one.line}),
        "approved": one.approved,
        "changes": "verdict" if one.besides is None else one.besides.value,
        "from": _side(one.before),
        "to": _side(one.after),
    }


def _side(side: Side) -> dict[str, object]:
    return {
        "verdict": side.state.value,
        **({"possible": [verdict.value for verdict in side.possible]} if side.possible else {}),
        "rules": list(side.rules),
        "teams": list(side.teams),
        **({} if side.reply is None else {"reply": side.reply}),
        **({} if side.refused is None else {"error": side.refused}),
    }
