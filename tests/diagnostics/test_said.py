"""Sentences that can be said in another language."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable

import pytest

from kotowari.caching.sealed import seal, unseal
from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.github import to_github
from kotowari.diagnostics.record import to_json
from kotowari.diagnostics.render import render, render_all
from kotowari.diagnostics.said import Said, and_list, comma_list, or_list, say, say_as, several
from kotowari.diagnostics.sarif import to_sarif
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.diagnostics.telling import in_language

MORE = {
    "`{name}` is no {kind}": "{kind} に `{name}` はありません",
    "{count:,} of {kind}": "{kind}{count:,}個",
    "fruit": "果物",
    "[green]fruit": "青果",
    "see {what} again": "{what} をもう一度",
    "twice {what} and {what}": "{what}、{what}",
    "a brace {{": "波かっこ {{",
    "; ": "；",
}


def test_english_is_the_sentence_itself() -> None:
    said = say("`{name}` is no {kind}", name="plam", kind=say("fruit"))
    assert said == "`plam` is no fruit"
    assert (in_language(said, "en", MORE), in_language(said, "fr", MORE)) == (said, said)


def test_values_stand_where_the_other_language_wants_them_and_are_said_in_it() -> None:
    said = say("`{name}` is no {kind}", name="plam", kind=say("fruit"))
    assert in_language(said, "ja", MORE) == "果物に `plam` はありません"


def test_what_is_no_sentence_of_the_program_is_data() -> None:
    assert in_language("fruit", "ja", MORE) == "fruit"
    assert in_language(say("see {what} again", what="fruit"), "ja", MORE) == "fruit をもう一度"


@pytest.mark.parametrize("name", ["{kind}", "{", "}", "{0.__class__}", "%s", "日本"])
def test_braces_in_values_mean_nothing(name: str) -> None:
    said = say("`{name}` is no {kind}", name=name, kind="fruit")
    assert said == f"`{name}` is no fruit"
    assert in_language(said, "ja", MORE) == f"fruit に `{name}` はありません"


def test_braces_of_a_sentence_are_written_twice() -> None:
    assert say("a brace {{") == "a brace {"
    assert in_language(say("a brace {{"), "ja", MORE) == "波かっこ {"


def test_numbers_are_written_as_the_template_says() -> None:
    said = say("{count:,} of {kind}", count=12345, kind=say("fruit"))
    assert (said, in_language(said, "ja", MORE)) == ("12,345 of fruit", "果物12,345個")


def test_one_english_word_may_be_several_others() -> None:
    assert say_as("green", "fruit") == "fruit"
    assert in_language(say_as("green", "fruit"), "ja", MORE) == "青果"
    assert in_language(say_as("ripe", "fruit"), "ja", MORE) == "fruit"


def test_a_sentence_without_a_translation_stays_english() -> None:
    assert in_language(say("nobody has said this of {kind} yet", kind=say("fruit")), "ja", MORE) == (
        "nobody has said this of 果物 yet"
    )


def test_a_space_sets_off_latin_letters_alone() -> None:
    assert in_language(say("see {what} again", what=say("fruit")), "ja", MORE) == "果物をもう一度"
    assert in_language(say("see {what} again", what="`a`"), "ja", MORE) == "`a` をもう一度"
    assert in_language(say("see {what} again", what=" 果物"), "ja", MORE) == " 果物をもう一度"


def test_lists() -> None:
    assert or_list(["`a`", "`b`", "`c`"]) == "`a`, `b` or `c`"
    assert in_language(or_list(["`a`", "`b`", "`c`"]), "ja") == "`a`、`b` または `c`"
    assert in_language(and_list(["要望", "返信"]), "ja") == "要望と返信"
    assert in_language(several([say("fruit"), "x"], say("; ")), "ja", MORE) == "果物；x"
    assert (comma_list([]), comma_list(["x"]), in_language(comma_list(["x"]), "ja")) == ("", "x", "x")


def test_lists_within_sentences() -> None:
    said = say("twice {what} and {what}", what=comma_list([say("fruit"), "{x}"]))
    assert (said, in_language(said, "ja", MORE)) == ("twice fruit, {x} and fruit, {x}", "果物、{x}、果物、{x}")


def pickled(said: Said) -> object:
    return pickle.loads(pickle.dumps(said))  # noqa: S301 - what was just written


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, pickled])
def test_copies_say_the_same(again: Callable[[Said], object]) -> None:
    said = say("`{name}` is no {kind}", name="plam", kind=or_list([say_as("green", "fruit"), "x"]))
    copied = again(said)
    assert isinstance(copied, Said)
    assert copied == said
    assert in_language(copied, "ja", MORE) == "青果または x に `plam` はありません"


def test_a_diagnostic_from_the_cache_is_told_in_every_language() -> None:
    found = Diagnostic("x", say("{what} is missing{where}", what=say("a condition"), where=""), NOWHERE)
    kept = unseal(seal(found))
    assert isinstance(kept, Diagnostic)
    assert render(kept, {}, language="ja").splitlines()[0] == "エラー[x]: 条件がありません"


def test_rendered_in_the_language_of_a_person() -> None:
    sources = {"a.rules": Source("a.rules", "rule x\n")}
    found = [
        Diagnostic("b", say("finish it"), Span("a.rules", 0, 4), severity=severity)
        for severity in (Severity.ERROR, Severity.ERROR, Severity.WARNING, Severity.NOTE)
    ]
    told = render_all(found, sources, language="ja")
    assert told.splitlines()[0] == "エラー[b]: 最後まで書いてください"
    assert told.splitlines()[-1] == "エラー2件、警告1件、参考1件"
    assert render_all(found, sources).splitlines()[-1] == "2 errors, 1 warning, 1 note"


def test_annotations_are_for_people_and_other_formats_for_machines() -> None:
    found = [Diagnostic("x", say("finish it"), NOWHERE)]
    assert to_github(found, {}, language="ja") == "::error title=x::最後まで書いてください"
    assert to_github(found, {}) == "::error title=x::finish it"
    for text in (to_json(found, {}), to_sarif(found, {}, version="1")):
        assert "finish it" in text
        assert "最後" not in text
