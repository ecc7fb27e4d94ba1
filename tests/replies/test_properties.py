"""What holds of every reply and every note, whatever the facts and the text of the request are."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.small import BOTH, policy

import kotowari
from kotowari.diagnostics.display import UNPRINTABLE
from kotowari.model.model import PartName
from kotowari.replies.fill import LONGEST, data
from kotowari.replies.formats import html_fragment, markdown
from kotowari.requests import read_now

NOW = read_now("2026-11-20T09:00:00+09:00")
ORDER = list(PartName)

# Placeholders, markup, escape sequences, long and empty texts beside any other.
HOSTILE = ("{customer.name}", "{because}", "<script>alert(1)</script>", "\x1b[2J\x07", "x" * 100_000, "", " ", "\u202e")
NAMES = st.sampled_from(HOSTILE) | st.text(max_size=40)

ASKED = (
    *("Please add a Gantt chart.", "I want a refund.", "Add a chat!", "There is a bug.", "I am really disappointed."),
    *(
        "Do you support SSO?",
        "My lawyer will write to you.",
        "ガントチャートを追加してください。",
        "返金してください。",
    ),
    *("値引きをお願いします。", "不具合があります。", "がっかりしました。", "解約したいです。", "弁護士に相談します。"),
    *("{because} {team}", "\x1b]0;x\x07", "\n\n- "),
)
TEXTS = st.lists(st.sampled_from(ASKED) | st.text(max_size=20), max_size=5).map(" ".join)
FACTS = st.fixed_dictionaries(
    {},
    optional={
        "customer.plan": st.sampled_from(["free", "pro"]),
        "customer.kind": st.sampled_from(["business", "school"]),
        "customer.seats": st.integers(1, 400),
        "customer.renewal": st.sampled_from([None, "2026-12-20"]),
        "order.period": st.sampled_from(["monthly", "yearly"]),
        "order.paid": st.sampled_from(["2026-11-18", "2026-01-01"]),
        "order.total": st.sampled_from(["12 USD", "1234.5 USD"]),
        "request.asked-before": st.integers(0, 3),
        "customer.bad-contacts": st.integers(0, 3),
    },
)
LANGUAGES = st.sampled_from([None, "en", "ja"])


@cache
def starter() -> kotowari.Policy:
    return kotowari.load(kotowari.packs() / "starter")


def decided(text: str, name: str, facts: dict[str, object], language: str | None) -> kotowari.Decision:
    request: dict[str, object] = {"text": text, "facts": {**facts, "customer.name": name}}
    return starter().decide(request | ({"language": language} if language else {}), now=NOW)


@settings(max_examples=150, deadline=None)
@given(TEXTS, NAMES, FACTS, LANGUAGES)
@example("", "{ ", {}, None)
def test_every_reply_is_whole_clean_in_order_and_says_each_value_once(
    text: str, name: str, facts: dict[str, object], language: str | None
) -> None:
    decision = decided(text, name, facts, language)
    reply = decision.reply
    if reply is None:
        assert not decision.ruling.rules
        return
    assert not UNPRINTABLE.search(reply.text.replace("\n", ""))
    assert not re.search(r"\{(?!customer\.name\}|because\})", reply.text.replace(data(name), ""))
    assert reply.text == reply.text.strip()
    assert len(reply.text) < 10_000
    for principle in starter().model.principles.values():
        sentence = principle.texts[reply.language]
        assert reply.text.count(sentence) <= 1
    for _, parts in groupby((part for part in reply.parts if part.part != "next"), key=lambda part: part.about):
        places = [ORDER.index(part.part) for part in parts]
        assert places == sorted(places)
    assert [part.part for part in reply.parts].count(PartName.THANKS) <= 1
    assert all(part.text.strip() for part in reply.parts)


@settings(max_examples=60, deadline=None)
@given(TEXTS, NAMES, FACTS, LANGUAGES)
def test_the_same_request_gives_the_same_reply_and_notes(
    text: str, name: str, facts: dict[str, object], language: str | None
) -> None:
    first, second = (decided(text, name, facts, language) for _ in range(2))
    assert first.reply == second.reply
    assert first.handovers == second.handovers


@settings(max_examples=60, deadline=None)
@given(TEXTS, NAMES, FACTS, LANGUAGES)
def test_the_points_of_a_note_are_lines_of_its_own_and_the_request_stands_behind_them(
    text: str, name: str, facts: dict[str, object], language: str | None
) -> None:
    for handover in decided(text, name, facts, language).handovers:
        points = handover.note.removesuffix(text) if text else handover.note
        labels = [re.split("[：:]", line, maxsplit=1)[0] for line in points.rstrip("\n").split("\n")]
        assert labels[0] in ("Summary", "要約")
        assert labels[1] in ("To", "宛先")
        assert text in handover.note
        assert not UNPRINTABLE.search(points.replace("\n", ""))


@settings(max_examples=60, deadline=None)
@given(NAMES)
def test_a_name_is_text_in_every_format(name: str) -> None:
    decision = decided("Please add a Gantt chart.", name, {}, "en")
    assert decision.reply is not None
    greeting = decision.reply.parts[0].text
    assert greeting.startswith("Hello ")
    assert len(greeting) < LONGEST + 100
    assert "<script" not in html_fragment(decision.reply)
    assert not re.search(r"(?<!\\)[<`*]", markdown(decision.reply))


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_changes_nothing_but_itself(name: str) -> None:
    def reply(name: str) -> str:
        found = decided("I want a refund and a chat.", name, {"customer.plan": "pro"}, "en").reply
        return "\n".join(found.text.split("\n")[1:]) if found else ""

    assert reply(name) == reply("Ann")


def test_a_policy_of_both_languages_never_mixes_them() -> None:
    rules = "rule no about gantt, chat decline because simplicity"
    for language, foreign in (("en", "[ぁ-ん]"), ("ja", "[A-Za-z]{4}")):
        found = policy(rules, BOTH).decide({"topics": {"gantt": "asks", "chat": "asks"}, "language": language})
        assert found.reply is not None
        assert not re.search(foreign, found.reply.text)
