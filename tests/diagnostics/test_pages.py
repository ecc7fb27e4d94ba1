"""The pages that `kotowari explain` shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kotowari.diagnostics import pages

HEADINGS = {"en": ("Avoid", "Prefer", "Why"), "ja": ("避ける書き方", "望ましい書き方", "理由")}
_FENCE = re.compile(r"^```([^\n]+)\n.*?^```$", re.MULTILINE | re.DOTALL)
_OWN_WORDS = re.compile(r"`[^`]*`|[「“\"][^」”\"]*[」”\"]")


def shape(language: str) -> re.Pattern[str]:
    avoid, prefer, why = HEADINGS[language]
    return re.compile(
        r"# (?P<code>[a-z0-9-]+)\n\n"
        r"(?P<sentence>(?!```)[^#\n][^\n]*(?:\n[^#\n][^\n]*)*)\n\n"
        rf"(?:.*\n\n)?## {avoid}\n\n.*```\n\n## {prefer}\n\n.*```\n(?:\n.*)?\n## {why}\n\n.*\S\n",
        re.DOTALL,
    )


@pytest.mark.parametrize("language", pages.LANGUAGES)
@pytest.mark.parametrize("code", pages.codes())
def test_page_has_the_shape_of_a_page(code: str, language: str) -> None:
    text = pages.page(code, language)
    assert text is not None
    found = shape(language).fullmatch(text)
    assert found, "see the template in kotowari/diagnostics/pages.py"
    assert found["code"] == code
    assert (pages.sentence(code, language) or "").endswith("." if language == "en" else "。")


@pytest.mark.parametrize("code", pages.codes())
def test_both_languages_have_the_same_sections_and_kinds_of_blocks(code: str) -> None:
    english, japanese = ((pages.page(code, language) or "") for language in ("en", "ja"))
    assert len(re.findall(r"^## ", english, re.MULTILINE)) == len(re.findall(r"^## ", japanese, re.MULTILINE)) == 3
    kinds = [[info.split()[0] for info in _FENCE.findall(text)] for text in (english, japanese)]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize("code", pages.codes())
def test_japanese_is_said_in_whole_lines(code: str) -> None:
    """A line break within a paragraph would be a space, and English prose a page that somebody forgot."""
    prose = _FENCE.sub("", pages.page(code, "ja") or "").split("\n", 1)[1]
    for paragraph in filter(None, prose.split("\n\n")):
        lines = paragraph.strip("\n").split("\n")
        assert len(lines) == 1 or all(line.startswith("- ") for line in lines)
        for line in lines:
            assert re.search(r"[ぁ-ん]|^## 理由$", line)
            assert line.startswith("#") or line.endswith("。")
            assert not re.search(r"[A-Za-z]+ [a-z]+ [a-z]+", _OWN_WORDS.sub("", line))


def test_every_japanese_page_belongs_to_a_code(checkout: Path) -> None:
    folder = checkout / "policy" / "kotowari" / "diagnostics" / "pages" / "ja"
    assert {path.name for path in folder.iterdir()} == {f"{code}.md" for code in pages.codes()}


def test_template_has_the_shape_of_a_page() -> None:
    lines = (pages.__doc__ or "").split("\n\n", 2)[2].splitlines()
    indented = [line for line in lines if line.startswith("    ") or not line]
    template = "\n".join(line.removeprefix("    ") for line in indented).strip("\n") + "\n"
    assert shape("en").fullmatch(template)


def test_codes_are_sorted_and_each_has_its_page() -> None:
    found = pages.codes()
    assert list(found) == sorted(set(found))
    assert all(pages.page(code) is not None for code in found)


@pytest.mark.parametrize(
    "code", ["", "no-such-code", "../pages", "..", "a/b", "a\\b", "A", "C:x", "\x00", "工程", "a" * 5000]
)
def test_what_is_no_code_has_no_page(code: str) -> None:
    assert pages.page(code) is None
    assert pages.sentence(code) is None
