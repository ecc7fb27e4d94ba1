"""What the guides show of `kotowari topics` is what it prints."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner
from tests.docs.pages import DOCS, OWN, blocks, policies, text_of

from kotowari.schema import topics_schema
from kotowari.text.near.found import Why
from kotowari_cli.main import run

_SHOWN = re.compile(r"<!-- topics: (?P<text>[^>]*?)(?P<options> --[^>]*)? -->\n```text\n(?P<out>.*?)```", re.DOTALL)
_PLACE = re.compile(r"[\w-]+\.(?:rules|(?:en|ja)\.txt):\d+")
_EXAMPLES = [
    (page, found["text"], found["options"] or "", found["out"])
    for page in ("language.md", "ja/language.md")
    for found in _SHOWN.finditer(text_of(page))
]


def written(page: str, folder: Path) -> str:
    for name, content in policies(page)[OWN].items():
        (folder / name).write_text(content, encoding="utf-8")
    return str(folder)


def printed(*arguments: str, language: str) -> str:
    with pytest.MonkeyPatch.context() as patch, CliRunner().isolation() as (out, *_):
        patch.setenv("LC_ALL", f"{language}.UTF-8")
        patch.setenv("COLUMNS", "80")
        assert run(["topics", *arguments]) == 0
    return out.getvalue().decode()


def test_both_guides_show_both() -> None:
    assert [page for page, *_ in _EXAMPLES] == ["language.md"] * 2 + ["ja/language.md"] * 2


@pytest.mark.parametrize(("page", "text", "options", "shown"), _EXAMPLES)
def test_the_output_is_as_shown(page: str, text: str, options: str, shown: str, tmp_path: Path) -> None:
    language = "ja" if page.startswith("ja/") else "en"
    out = printed(text, *shlex.split(options), "--policy", written(page, tmp_path), language=language)
    assert _PLACE.sub("…", out) == _PLACE.sub("…", shown)


@pytest.mark.parametrize(
    ("page", "text", "topic"),
    [("decision.md", "A Ganntt", "gantt"), ("ja/decision.md", "ガンチャートがほしい", "工程表")],
)
def test_near_misses_as_data_are_as_shown(page: str, text: str, topic: str, tmp_path: Path, *, update: bool) -> None:
    folder = written(page, tmp_path)
    out = printed(text, "--topic", topic, "--format", "json", "--policy", folder, language="en")
    found = json.loads(out)
    if update:
        fenced = re.compile(r"(?ms)(?<=^```json topics\n).*?(?=^```$)")
        told = json.dumps(found, ensure_ascii=False) + "\n"
        (DOCS / page).write_text(fenced.sub(lambda _: told, text_of(page)), encoding="utf-8")
        text_of.cache_clear()
        return
    shown = next(block for block in blocks(page, "json") if '"near"' in block.body)
    assert found == json.loads(shown.body)
    assert found["near"]
    jsonschema.validate(found, topics_schema())


@pytest.mark.parametrize(
    ("page", "heading"), [("decision.md", "| `why` | says |"), ("ja/decision.md", "| `why` | 意味 |")]
)
def test_every_kind_of_near_miss_is_explained(page: str, heading: str) -> None:
    _, _, section = text_of(page).partition(heading)
    rows = section.partition("\n\n")[0]
    assert set(Why) == {
        name for row in re.findall(r"^\|([^|]*)\|", rows, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)
    }
