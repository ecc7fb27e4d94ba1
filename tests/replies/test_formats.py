"""A reply as Markdown and as HTML."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.replies.formats import html_fragment, markdown
from kotowari.replies.layout import Reply


def as_markdown(text: str) -> str:
    return markdown(Reply("en", (), text))


def as_html(text: str, language: str = "en") -> str:
    return html_fragment(Reply(language, (), text))


# --- Markdown ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thank you.", "Thank you."),
        ("Hello *Ann*, [look](here) at `this` <b>", r"Hello \*Ann\*, \[look\](here) at \`this\` \<b\>"),
        ("snake_case and _stress_", r"snake_case and \_stress\_"),
        ("a & b &amp; c | d ~~e~~", r"a \& b \&amp; c \| d \~\~e\~\~"),
        ("back\\slash", r"back\\slash"),
        ("# no heading", r"\# no heading"),
        ("> no quotation", r"\> no quotation"),
        ("+ no list", r"\+ no list"),
        ("1) no list", r"1\) no list"),
        ("3 apples. And 1. that", "3 apples. And 1. that"),
        ("Settings > Billing", r"Settings \> Billing"),
        ("https://help.example/a_b", "https://help.example/a_b"),
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One.\nTwo.", "One.  \nTwo."),
        ("Title\n---", "Title  \n\\---"),
        ("Title\n===", "Title  \n\\==="),
        ("You can:\n- use *this*\n- or that\nBye.", "You can:\n\n- use \\*this\\*\n- or that\n\nBye."),
        ("3. three\n4. four", "3. three\n4. four"),
        ("チャットは＊いたしかねます。", "チャットは＊いたしかねます。"),
    ],
)
def test_markdown_shows_the_same_text(text: str, expected: str) -> None:
    assert as_markdown(text) == expected


# --- HTML -------------------------------------------------------------------------------------------------------------


def test_html_tells_the_language_and_parts_paragraphs() -> None:
    assert as_html("一。\n二。\n\n三。", "ja") == '<div lang="ja">\n<p>一。<br>\n二。</p>\n<p>三。</p>\n</div>'


def test_html_lists_are_lists() -> None:
    assert as_html("You can:\n- a\n- b\n\n2. two\n3. three\n\n1. one") == (
        '<div lang="en">\n<p>You can:</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n'
        '<ol start="2">\n<li>two</li>\n<li>three</li>\n</ol>\n<ol>\n<li>one</li>\n</ol>\n</div>'
    )


def test_nothing_in_the_text_is_html() -> None:
    assert as_html("<script>alert('x')</script> & \"y\"") == (
        '<div lang="en">\n<p>&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;y&quot;</p>\n</div>'
    )


def test_a_language_is_no_html_either() -> None:
    assert as_html("x", 'en"><b').startswith('<div lang="en&quot;&gt;&lt;b">')


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - as the parser gives it
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1).map(str.strip).filter(bool))
def test_whatever_stands_in_a_line_a_reader_of_html_sees_it_and_nothing_else(text: str) -> None:
    seen = _Seen()
    seen.feed(as_html(f"x{text}"))
    seen.close()
    assert seen.tags == {"div", "p"}
    assert seen.text.strip() == f"x{text}".strip()
