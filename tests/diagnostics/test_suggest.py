"""The nearest name."""

from __future__ import annotations

import pytest

from kotowari.diagnostics.suggest import nearest

NAMES = (
    "customer.plan",
    "customer.revenue",
    "customer.seats",
    "customer.nonprofit",
    "customer.renewal",
    "customer.name",
    "order.created",
    "order.total",
    "request.discount",
    "gantt",
    "legal",
    "late-refund",
    "no-gantt",
    "key-account",
    "simplicity",
    "product",
    "sales",
    "free",
    "enterprise",
    "工程表",
    "返金",
    "ガントチャート",
    "見積り",
    "サーバー",
)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("customer.plam", "customer.plan"),
        ("customers.plan", "customer.plan"),
        ("costumer.renewl", "customer.renewal"),
        ("customer.nonprofits", "customer.nonprofit"),
        ("gnatt", "gantt"),
        ("gant", "gantt"),
        ("lgeal", "legal"),
        ("sale", "sales"),
        ("key-acount", "key-account"),
        ("simplcity", "simplicity"),
        ("enterprize", "enterprise"),
    ],
)
def test_slips(word: str, name: str) -> None:
    assert nearest(word, NAMES) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("plam", "customer.plan"),
        ("total", "order.total"),
        ("client.plan", "customer.plan"),
        ("ticket.seats", "customer.seats"),
    ],
)
def test_last_part_of_a_dotted_name(word: str, name: str) -> None:
    assert nearest(word, NAMES) == name


def test_another_group_with_the_same_last_part_prefers_the_like_group() -> None:
    assert nearest("cust.plan", ["a.plan", "customer.plan"]) == "customer.plan"


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("gantt-no", "no-gantt"),
        ("refund-late", "late-refund"),
        ("ent", "enterprise"),
        ("customer-plan", "customer.plan"),
    ],
)
def test_parts_in_another_order_and_beginnings(word: str, name: str) -> None:
    assert nearest(word, NAMES) == name


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("工程", "工程表"),
        ("ガントチャト", "ガントチャート"),
        ("ｶﾞﾝﾄﾁｬｰﾄ", "ガントチャート"),
        ("がんとちゃーと", "ガントチャート"),
        ("見積もり", "見積り"),
        ("サーバ", "サーバー"),
    ],
)
def test_japanese(word: str, name: str) -> None:
    assert nearest(word, NAMES) == name


def test_case_width_and_underscores_do_not_count() -> None:
    assert nearest("Ｃustomer.PLAN", NAMES) == "customer.plan"
    assert nearest("KEY_ACCOUNT", NAMES) == "key-account"


@pytest.mark.parametrize(
    "word", ["", "x", "xyz", "customer.id", "customer.price", "request.amount", "京都", "simple", "日本語"]
)
def test_nothing_comes_near(word: str) -> None:
    assert nearest(word, NAMES) is None


def test_ties_go_to_the_name_that_sorts_first() -> None:
    assert nearest("plan", {"plane", "plant", "plans"}) == "plane"
    assert nearest("plan", ["plans", "plant", "plane"]) == "plane"


def test_fewer_slips_win() -> None:
    assert nearest("refunds", ["refused", "refund"]) == "refund"


def test_limit_says_how_many_slips_there_may_be() -> None:
    assert nearest("simple", ["simplicity"], limit=0) is None
    assert nearest("abc", ["xyc"], limit=2) == "xyc"
    assert nearest("abc", ["xyc"], limit=1) is None


def test_swapped_characters_are_one_slip() -> None:
    assert nearest("lpan", ["plan"], limit=1) == "plan"
    assert nearest("lpan", ["plan"], limit=0) is None


def test_long_words_and_names_are_left_alone() -> None:
    assert nearest("a" * 100_000, ["a" * 99_999, "a"]) is None
    assert nearest("aaaa", ["a" * 100_000]) is None


def test_no_names_no_answer() -> None:
    assert nearest("plan", ()) is None
