"""What docs/ says of the reply checks is true."""

from __future__ import annotations

import re

import pytest
from tests.docs.pages import DOCS, text_of
from tests.review.reviewing import reviewed
from tests.review.test_vocabulary import LINES

from kotowari.diagnostics.diagnostic import Severity
from kotowari.diagnostics.render import render_all
from kotowari.diagnostics.source import Source
from kotowari.review.objections import OBJECTIONS

PAGES = ("replies.md", "ja/replies.md")
SEVERITIES = {
    "error": "error",
    "warning": "warning",
    "note": "note",
    "エラー": "error",
    "警告": "warning",
    "参考": "note",
}
DRAFTS = {
    "replies.md": "Thank you for your message. We cannot refund the order, because our policy does not allow it.\n"
    "You can change the date instead.\n",
    "ja/replies.md": "お問い合わせありがとうございます。恐れ入りますが、会社の規則ですので、返金はいたしかねます。"
    "年払いへの変更をご利用いただけます。\n",
}


def rows(page: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for codes, severity in re.findall(r"^\| (`[^|]*`) \| ([^|（]*?)(?:（[^|]*)? \|", text_of(page), re.MULTILINE):
        found.update(dict.fromkeys(re.findall(r"`([a-z-]+)`", codes), SEVERITIES[severity]))
    return found


def test_both_pages_name_the_same_checks() -> None:
    assert rows(PAGES[0]).keys() == rows(PAGES[1]).keys()
    assert {line.kind for kind, _, line in LINES if kind == "words"} - rows(PAGES[0]).keys() == set()


@pytest.mark.parametrize(("page", "language"), [("replies.md", "en"), ("ja/replies.md", "ja")])
def test_severities_are_those_of_the_checks(page: str, language: str) -> None:
    for code, severity in rows(page).items():
        if code in OBJECTIONS:
            one = OBJECTIONS[code]
            assert (one.japanese if language == "ja" and one.japanese else one.severity) == Severity(severity), code


@pytest.mark.parametrize(("page", "language"), [("replies.md", "en"), ("ja/replies.md", "ja")])
def test_the_example_comes_out_as_shown(page: str, language: str, *, update: bool) -> None:
    shown = re.search(r"^\$ kotowari reply check draft.txt\n(.*?)^```", text_of(page), re.MULTILINE | re.DOTALL)
    assert shown
    found = reviewed(DRAFTS[page], language)
    drawn = render_all(found, {"reply": Source("reply", DRAFTS[page])}, width=80, language=language)
    drawn = drawn.replace("reply:", "draft.txt:") + "\n"
    if update:
        path = DOCS / page
        text = path.read_text(encoding="utf-8").replace(shown[1], drawn, 1)
        path.write_text(text, encoding="utf-8", newline="\n")
        return
    assert drawn == shown[1]
