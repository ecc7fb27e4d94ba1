"""Decisions that were really made, as cases: so one sees when a policy decides otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from kotowari.decision_format import FORMAT
from kotowari.diagnostics.said import Said, say
from kotowari.requests import RequestError, read_request
from kotowari.testing.yaml_text import to_yaml

_LONGEST_NAME = 60


class NoDecisionError(ValueError):
    """Data that is no decision which can become a case; `message` says why."""

    def __init__(self, message: Said) -> None:
        super().__init__(message)
        self.message = message


def case_of(decision: object, taken: set[str]) -> dict[str, object]:
    """The case of a decision in the format `kotowari.decision/1`, with a name that is not `taken` yet, and then is.

    Raises NoDecisionError.
    """
    if not isinstance(decision, Mapping) or cast("Mapping[str, object]", decision).get("format") != FORMAT:
        raise NoDecisionError(say("this is no decision in the format `{format}`", format=FORMAT))
    found = cast("Mapping[str, object]", decision)
    request = found.get("request")
    if request is None:
        raise NoDecisionError(say("the decision does not hold its request; decide again without --no-request"))
    try:
        read_request(request)
    except RequestError as error:
        raise NoDecisionError(say("its request cannot be read: {error}", error=error.sentence)) from None
    asked = cast("Mapping[str, object]", request)
    try:
        return {"name": _name(asked, taken), "request": dict(asked), "expect": _expected(found)}
    except (KeyError, TypeError, AttributeError) as error:
        raise NoDecisionError(say("the decision is not whole: {error}", error=str(error))) from None


def cases_text(cases: Iterable[Mapping[str, object]]) -> str:
    """A file of cases."""
    return to_yaml({"cases": list(cases)})


def _name(request: Mapping[str, object], taken: set[str]) -> str:
    """The id of the request, else the beginning of its text; with a number where that is taken."""
    given = request.get("id")
    words = " ".join(str(request.get("text") or "no text").split()) if given is None else str(given)
    short = words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"
    name, number = short or "no text", 1
    while name in taken:
        number += 1
        name = f"{short} ({number})"
    taken.add(name)
    return name


def _expected(decision: Mapping[str, object]) -> dict[str, object]:
    verdict = decision["verdict"]
    expected: dict[str, object] = {"verdict": verdict or "open"}
    if verdict is not None:
        expected["rules"] = [rule["rule"] for rule in _list(decision, "rules")]
    teams = [handover["to"] for handover in _list(decision, "handovers")]
    if teams:
        expected["team"] = teams
    demands = _list(decision, "demands")
    if len(demands) > 1:
        expected["demands"] = [{"about": one["about"], "verdict": one["verdict"] or "open"} for one in demands]
    asked = _list(decision, "ask")
    if verdict is None and asked:
        expected["ask"] = asked[0]["fact"]
    return expected


def _list(decision: Mapping[str, object], key: str) -> list[dict[str, object]]:
    return cast("list[dict[str, object]]", decision[key])
