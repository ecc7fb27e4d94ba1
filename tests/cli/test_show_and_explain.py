"""`show` and `explain` in the language of the person at the terminal."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console
from tests.cli.conftest import Golden, Run

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.pages import codes, page, sentence
from kotowari.diagnostics.wrap import NEVER_FIRST
from kotowari_cli.describe.things import Kind
from kotowari_cli.render.page import Page
from kotowari_cli.strings_show import ENGLISH, JAPANESE

FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture
def japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")


@pytest.mark.usefixtures("acme", "japanese")
def test_everything_in_japanese(kotowari_in: Run, golden: Golden) -> None:
    golden("show.ja", kotowari_in("show").out)


@pytest.mark.usefixtures("acme", "japanese")
@pytest.mark.parametrize(
    "name",
    ["no-gantt", "key-account-gantt", "customer.seats", "gantt", "simplicity", "sales", "key-account", "not-now"],
)
def test_one_thing_in_japanese(kotowari_in: Run, golden: Golden, name: str) -> None:
    ended = kotowari_in("show", name)
    assert ended.code == 0
    golden(f"show.{name}.ja", ended.out)


@pytest.mark.usefixtures("acme")
@pytest.mark.parametrize(("language", "heading"), [("en", "teams (4)"), ("ja", "担当（4件）")])
@pytest.mark.parametrize("asked", ["teams", "担当"])
def test_a_list_goes_by_its_heading_in_every_language(
    kotowari_in: Run, monkeypatch: pytest.MonkeyPatch, language: str, heading: str, asked: str
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    assert kotowari_in("show", asked).out.startswith(f"{heading}\n")


def test_every_kind_has_a_heading_of_its_own() -> None:
    for words in (ENGLISH, JAPANESE):
        assert set(words.kinds) == {kind.value for kind in Kind}
        assert len(set(words.kinds.values())) == len(Kind)


@pytest.mark.usefixtures("acme", "japanese")
def test_what_is_not_there_is_told_in_japanese(kotowari_in: Run) -> None:
    for arguments in (("show", "no-gant"), ("show", "--find", "zzz"), ("explain", "no-such-code"), ("explain", "zzzz")):
        ended = kotowari_in(*arguments)
        assert (ended.code, ended.out) == (2, "")
        assert re.search(r"[ぁ-ん]", ended.err), ended.err


@pytest.mark.usefixtures("japanese")
def test_pages_in_japanese(kotowari_in: Run) -> None:
    for code in codes()[:5]:
        told = kotowari_in("explain", code).out
        assert "".join(told.split()) == "".join((page(code, "ja") or "").split())


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("width", [47, 80])
def test_a_page_that_is_piped_is_markdown_that_fits(
    language: str, width: int, kotowari_in: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", f"{language}_JP.UTF-8")
    monkeypatch.setenv("COLUMNS", str(width))
    for code in codes():
        told, written = kotowari_in("explain", code).out, page(code, language) or ""
        assert [found.split("\n")[1:] for found in FENCED.findall(told)] == [
            found.split("\n")[1:] for found in FENCED.findall(written)
        ]
        assert "preamble" not in told  # that is for the tests of the pages
        running = [line for line in FENCED.sub("", told).splitlines() if not line.startswith("|")]
        assert max(map(columns, running)) <= width
        prose = "".join(FENCED.sub("", told).split())
        assert prose == "".join(FENCED.sub("", written).split())


@pytest.mark.usefixtures("japanese")
def test_the_list_is_in_japanese(kotowari_in: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    listed = kotowari_in("explain").out
    told = re.sub(r"\s", "", listed)
    assert all(re.sub(r"\s", "", f"{code}{sentence(code, 'ja')}") in told for code in codes())


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("code", ["cut-word", "dead-pattern", "no-cushion", "reserved-choice", "wrong-type"])
@pytest.mark.parametrize("width", [30, 47, 80])
def test_a_page_fits_the_terminal(code: str, language: str, width: int) -> None:
    target = Console(file=io.StringIO(), width=width, force_terminal=False)
    text = FENCED.sub("", page(code, language) or "")
    with target.capture() as shown:
        target.print(Page(text))
    lines = [line.strip() for line in shown.get().splitlines()]
    assert max(map(columns, lines)) <= width
    assert not [line for line in lines if line[:1] in NEVER_FIRST]
    signs = re.compile(r"[\s`#•*─-]+")  # what Markdown shows otherwise than it writes it
    assert signs.sub("", "".join(lines)) == signs.sub("", text)
