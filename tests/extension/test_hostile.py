"""Requests that run code of their own when they are read, and arguments that are not what they should be."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from tests.small import BOTH, policy

import kotowari
from kotowari.extension import _compiled
from kotowari.requests import RequestError
from kotowari.requests.compiled import compiled_quick
from kotowari.requests.quick import Quick, python_quick

NOW = datetime(2026, 6, 15, 3, tzinfo=UTC)
RULES = """
fact desk.kind is one of mail, phone
fact desk.open is yes or no
fact desk.huge is whole number from 100_000_000_000_000_000_000 to 200_000_000_000_000_000_000
fact shop.open is yes or no
rule open when desk.open and shop.open escalate to lead because trust
rule mail when desk.kind is mail decline because trust
"""
POLICY = policy(RULES, BOTH)


class Key:
    """A key that is found where another is looked for, and does something then."""

    def __init__(self, name: str, done: Callable[[], bool]) -> None:
        self.name, self.done = name, done

    def __hash__(self) -> int:
        return hash(self.name)

    def __eq__(self, other: object) -> bool:
        return self.done()


@pytest.fixture(params=[compiled_quick, python_quick])
def settle(request: pytest.FixtureRequest) -> Quick:
    """Either way to settle, which has met the shape of these requests."""
    made: Quick = request.param(POLICY.program, POLICY._glance)
    for _ in range(3):
        made({"facts": {"desk": {"open": True}, "shop": {"open": True}}}, NOW)
    return made


def test_a_request_that_takes_its_facts_away_while_it_is_read_does_no_harm(settle: Quick) -> None:
    facts: dict[object, object] = {}

    def gone() -> bool:
        facts.clear()
        return False

    facts.update({"desk": {Key("open", gone): True}, Key("shop", gone): {"open": True}})
    settle({"facts": facts}, NOW)
    assert not facts
    good = {"facts": {"desk": {"open": True}, "shop": {"open": True}}}
    assert str((settle(good, NOW) or [None])[0]) == "escalate"


@pytest.mark.parametrize("error", [ValueError, TypeError, KeyError])
def test_a_key_that_refuses_to_be_compared_makes_a_request_unusual(settle: Quick, error: type[Exception]) -> None:
    def refuses() -> bool:
        raise error

    assert settle({"facts": {"desk": {Key("open", refuses): True}, "shop": {"open": True}}}, NOW) is None


def test_another_error_of_a_key_is_raised(settle: Quick) -> None:
    def breaks() -> bool:
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        settle({"facts": {"desk": {Key("open", breaks): True}, "shop": {"open": True}}}, NOW)


def test_what_only_equals_a_choice_is_none() -> None:
    for _ in range(3):
        with pytest.raises(RequestError):
            POLICY.decide({"facts": {"desk": {"kind": Key("mail", lambda: True), "open": False}}}, now=NOW)
        assert POLICY.decide({"facts": {"desk": {"kind": "mail", "open": False}}}, now=NOW).verdict == "decline"


@pytest.mark.parametrize("number", [2**63 - 1, -(2**63), 0])
def test_a_number_outside_a_range_beyond_64_bits_is_refused(number: int) -> None:
    for given in (10**20, number) * 3:
        if given == number:
            with pytest.raises(RequestError):
                POLICY.decide({"facts": {"desk": {"huge": given}}}, now=NOW)
        else:
            POLICY.decide({"facts": {"desk": {"huge": given}}}, now=NOW)


def test_requests_of_very_many_groups_are_decided() -> None:
    request = {"facts": {f"g{number}": {"x": 1} for number in range(70)}}
    for _ in range(3):
        assert POLICY.decide(request, now=NOW, allow_undeclared=True).verdict is None


# --- arguments --------------------------------------------------------------------------------------------------------


def other(_: object) -> int:
    return 1


FORM: dict[str, Any] = {
    "keys": ("facts",), "groups": ((-1, "facts", 1),), "fields": ((0, "a", "f", True, (1, 1), other),), "aside": (),
    "names": ("a",), "defaults": 1, "unknown": 0,
}  # fmt: skip
WRONG_FORMS: tuple[dict[str, Any], ...] = (
    {"fields": ((1, "a", "f", True, (1, 1), other),)},
    {"fields": ((-1, "a", "f", True, (1, 1), other),)},
    {"fields": ((0, "a", "f", True, (1, "1"), other),)},
    {"fields": ((0, "a", "c", True, {"x": -1}, other),)},
    {"fields": ((0, "a", "c", True, [], other),)},
    {"fields": ((0, "a", "w", True, (0, 9, [1], [1]), other),)},
    {"fields": ((0, "a", "w", True, (0, 9, ["x"], [1, 1]), other),)},
    {"fields": ((0, "a", "w", True, (0, 9, [1], [1, "1"]), other),)},
    {"fields": ((0, 5, "f", True, (1, 1), other),)},
    {"fields": ("x",)},
    {"groups": ((0, "facts", 1),)},
    {"groups": ((-2, "facts", 1),)},
    {"groups": (("facts",),)},
    {"groups": tuple((-1, "facts", 1) for _ in range(65))},
    {"aside": ((1, "a", 0),)},
    {"aside": ((-1, "a", 0),)},
    {"keys": ["facts"]},
    {"defaults": None},
)


@pytest.mark.parametrize("wrong", WRONG_FORMS)
def test_a_form_of_wrong_parts_is_an_error(wrong: dict[str, Any]) -> None:
    assert isinstance(_compiled.Form(**FORM), _compiled.Form)
    with pytest.raises((TypeError, ValueError)):
        _compiled.Form(**{**FORM, **wrong})


def gives(value: object) -> Callable[..., object]:
    return lambda *_: value


def quick_of(**other_arguments: object) -> _compiled.Quick:
    form = _compiled.Form(**FORM)
    arguments: dict[str, Any] = {
        "form_of": gives(form), "rules_at": gives(1), "needs_of": gives(((), False)), "known": [None],
        "folded": str.lower, "seen": gives(None), "there": gives({""}), "needles": gives(None),
        "in_force": gives(True), "verdicts": (kotowari.Verdict.ACCEPT,), "otherwise": kotowari.Verdict.DECLINE,
        "sure": 0, "above": 0, "first": 0, "stronger": 1, "worth": 1, "average": 1.0, "reading": 0,
        "needless": 1, "single": 0, "begins": (0,), **other_arguments,
    }  # fmt: skip
    return _compiled.Quick(**arguments)


@pytest.mark.parametrize(
    "wrong",
    [
        {"begins": ()}, {"begins": (1,)}, {"begins": (0, 1, 0)}, {"begins": (2, 0)}, {"begins": (-1,)},
        {"begins": (0,) * 9}, {"begins": ("0",)}, {"first": -1}, {"known": []}, {"verdicts": ()}, {"known": ()},
        {"sure": None},
    ],
)  # fmt: skip
def test_a_quick_of_wrong_parts_is_an_error(wrong: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError)):
        quick_of(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"rules_at": gives(-1)}, {"rules_at": gives(2)}, {"rules_at": gives(1 << 90)},
        {"rules_at": gives("1")}, {"needs_of": gives(5)}, {"needs_of": gives(())},
    ],
)  # fmt: skip
def test_a_callable_that_gives_something_else_is_an_error(wrong: dict[str, object]) -> None:
    request = {"facts": {"a": True}}
    settled = quick_of().settle(request, NOW)
    assert settled is not None
    assert settled[0] is kotowari.Verdict.ACCEPT
    with pytest.raises((TypeError, ValueError)):
        quick_of(**wrong).settle(request, NOW)
