"""Topics that are recognised by other words, with a text that shows it."""

from __future__ import annotations

import pytest
from tests.small import BOTH, policy

import kotowari
from kotowari.comparison.texts import text_changes
from kotowari.engine.situation import Mention


def changes(before: str, after: str) -> list[tuple[str, str | None, str, str]]:
    old = policy("rule one about gantt accept because trust", head=BOTH)
    files = {name: source.text for name, source in old.sources.items()}
    assert before in files["world.rules"]
    new = kotowari.compile_policy({**files, "world.rules": files["world.rules"].replace(before, after, 1)})
    found = text_changes(old, new)
    for one in found:
        if one.text is not None:
            for policy_, mention in ((old, one.before), (new, one.after)):
                matches = [match for match in policy_.topics(one.text) if match.topic == one.topic]
                assert bool(matches) is (mention is not Mention.NO)
    return [(one.topic, one.text, one.before.value, one.after.value) for one in found]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ('words en "gantt"', 'words en "gantt", "timeline"', [("gantt", "timeline", "no", "asks")]),
        ('words en "gantt"', 'words en "chart"', [("gantt", "gantt", "asks", "no"), ("gantt", "chart", "no", "asks")]),
        ("「ガントチャート」 words", "「ガントチャート」 words", []),
        ("words ja 「返金」", "words ja 「返金」, 「払い戻し」", [("refund", "払い戻し", "no", "asks")]),
        ('words en "refund"', 'words en "refund" not "refund policy"', [("refund", "refund policy", "asks", "no")]),
        ('words en "refund"', 'words en "refund", "refund now"', [("refund", None, "no", "no")]),
    ],
)
def test_a_text_that_shows_it(before: str, after: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    if before == after:
        old = policy("rule one about gantt accept because trust", head=BOTH)
        assert text_changes(old, old) == ()
        return
    assert changes(before, after) == expected
