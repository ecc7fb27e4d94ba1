"""From text to syntax."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.source import Source
from kotowari.language import nodes as n
from kotowari.language.parse import Parsed, parse

RULES = Path(__file__).resolve().parents[2] / "rules"


def read(text: str) -> Parsed:
    return parse(Source("case.rules", text))


def clean(text: str) -> tuple[n.Declaration, ...]:
    parsed = read(text)
    assert parsed.faults == ()
    return parsed.file.declarations


def codes(text: str) -> list[str]:
    return [fault.code for fault in read(text).faults]


def underlined(text: str) -> list[str]:
    return [text[fault.span.start : fault.span.end] for fault in read(text).faults]


# --- layout carries no meaning ----------------------------------------------------------------------------------------


def test_layout_comments_and_full_width_marks_change_nothing() -> None:
    plain = clean(
        "fact a.b is whole number from 1 to 20\nrule r when a.b at most 5 and (a.b is 3 or a.b is 4) accept because v"
    )
    wide = clean(
        "# first\n\u3000fact\u00a0a.b is whole number\n from １ to ２０ # 「\nrule r\n\n when a.b at most 5\n"
        " and （a.b is 3 or a.b is 4）\n"
        " accept\n   because v\n"
    )
    assert wide == plain


def test_lists_take_the_japanese_comma() -> None:
    assert clean("fact a.b is one of x、y，z") == clean("fact a.b is one of x, y, z")


def test_names_are_composed() -> None:
    apart = unicodedata.normalize("NFD", "ガント")
    assert apart != "ガント"
    assert clean(f"value {apart}") == clean("value ガント")


def test_a_table_reads_full_width_bars() -> None:
    table = "table t every row\n| a.b | outcome |\n| yes | accept because v |\n"
    assert clean(table.replace("|", "｜")) == clean(table)


def test_a_word_of_the_language_is_a_name_where_only_a_name_can_stand() -> None:
    (topic, team) = clean('topic export words en "x"\nteam sales answers within 1 day')
    assert isinstance(topic, n.Topic)
    assert (topic.name.text, isinstance(team, n.Team) and team.name.text) == ("export", "sales")


def test_words_end_where_no_letter_digit_or_hyphen_follows() -> None:
    (rule,) = clean("rule because-v accept because becausev")
    assert isinstance(rule, n.Rule)
    (outcome,) = rule.clauses
    assert isinstance(outcome, n.Outcome)
    assert [name.text for name in outcome.because] == ["becausev"]


# --- strings ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('"a\n   b"', "a b"),
        ("「あ\n  い」", "あい"),
        ("「あ\n  b」", "あ b"),
        ('"a\n\n  b"', "a\n\nb"),
        ('"a\n  - b\n  - c"', "a\n- b\n- c"),
        ('"a\n  1. b"', "a\n1. b"),
        ('"say \\"yes\\""', 'say "yes"'),
        ("「「はい」と言う」", "「はい」と言う"),
        ("「閉じ\\」る」", "閉じ」る"),
        ('"back\\\\slash"', "back\\slash"),
        ('"（１）、"', "（１）、"),
    ],
)
def test_strings(written: str, read_as: str) -> None:
    (value,) = clean(f"value v en {written}")
    assert isinstance(value, n.Principle)
    assert value.texts[0].words.plain == read_as


def test_an_unclosed_string_ends_with_its_line_and_the_next_declaration_is_read() -> None:
    text = 'value v en "never closed\nvalue w en "closed"\n'
    parsed = read(text)
    assert codes(text) == ["unclosed-string"]
    assert underlined(text) == ['"never closed']
    assert [d.name.text for d in parsed.file.declarations if isinstance(d, n.Principle)] == ["v", "w"]


def test_the_second_word_of_usual_script_on_a_line_of_its_own_says_nothing_of_where_strings_end() -> None:
    text = 'usual  # of all\n    script decline\n  en reason "one\n\n    value two three"\n'
    assert codes(text) == []


def test_an_unclosed_string_does_not_swallow_the_next_line_of_a_reply() -> None:
    text = 'script s en\n  answer "We will not.\n  instead "Try a board."\n'
    assert codes(text) == ["unclosed-string"]
    assert underlined(text) == ['"We will not.']


def test_an_unclosed_japanese_string() -> None:
    text = "script s ja\n  answer 「いたしかねます。\n  instead 「ボードを」\nvalue v ja 「。」\n"
    assert codes(text) == ["unclosed-string"]
    assert underlined(text) == ["「いたしかねます。"]


# --- exceptions and indentation ---------------------------------------------------------------------------------------


def test_what_follows_except_belongs_to_the_exception() -> None:
    (rule,) = clean(
        "rule r decline because v\n  owner a\n  except s\n    accept because v\n  except t\n    accept because w\n"
    )
    assert isinstance(rule, n.Rule)
    assert [exception.name.text for exception in rule.exceptions] == ["s", "t"]


def test_a_clause_that_is_not_indented_under_its_exception_would_mislead() -> None:
    text = "rule r decline because v\n  except s\n    accept because v\n  owner a\n"
    assert codes(text) == ["misleading-indentation"]
    assert underlined(text) == ["owner"]


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["becuase", "becaus", "Because"])
def test_a_misspelt_word_is_one_diagnostic_and_read_as_what_was_meant(word: str) -> None:
    text = f"rule r decline {word} v\nrule s decline because v"
    assert codes(text) == ["misspelt-keyword"]
    assert underlined(text) == [word]
    (first, second) = read(text).file.declarations
    assert isinstance(first, n.Rule)
    assert isinstance(second, n.Rule)
    assert first.clauses == second.clauses


@pytest.mark.parametrize(
    "text", ["polcy p languages en", "rul r accept because v", "fct a.b is text", 'topc t words en "x"', "vlaue v"]
)
def test_misspelt_declarations(text: str) -> None:
    assert codes(text) == ["misspelt-keyword"]


def test_and_beside_or_needs_brackets() -> None:
    text = "define d a.b and a.c or a.d"
    assert codes(text) == ["mixed-and-or"]
    assert underlined(text) == ["or"]
    assert codes("define d (a.b and a.c) or a.d") == []


def test_errors_of_one_clause_leave_the_others() -> None:
    text = "rule r\n  when a.b is is pro\n  decline because\n  owner 5\nrule s accept because v\n"
    parsed = read(text)
    assert len(parsed.faults) == 3
    assert [d.name.text for d in parsed.file.declarations if isinstance(d, n.Rule)] == ["r", "s"]


@pytest.mark.parametrize("opening", ["(", "not "])
def test_deep_nesting_is_a_diagnostic(opening: str) -> None:
    closing = ")" * 1000 if opening == "(" else ""
    assert codes(f"define d {opening * 1000}a.b{closing}\nvalue v") == ["too-deep"]


def test_hidden_characters_are_told() -> None:
    assert codes('value v en "safe\u202etxt"') == ["hidden-character"]


# --- whatever comes ---------------------------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        *(
            "policy p",
            "rule r",
            "fact a.b is",
            "table t",
            "|",
            "| a.b | outcome |\n",
            "when",
            "not",
            "(",
            ")",
            "and",
            "or",
        ),
        *(
            "decline because v",
            "say en",
            "answer",
            '"',
            "「",
            "」",
            "\\",
            "\n",
            "  ",
            "#",
            "/",
            "5",
            "%",
            "USD",
            "except e",
        ),
        *(
            "accept",
            "is one of",
            ",",
            "a.b",
            "名前",
            "　",
            "：",
            "“",
            "\x00",
            "\u202e",
            "\ud800",
            "2026-02-30",
            "{",
            "}",
        ),
    ]
)
TEXTS = st.lists(WORDS | st.text(max_size=3), max_size=60).map(" ".join)


@given(TEXTS)
def test_whatever_is_written_is_parsed_or_told(text: str) -> None:
    parsed = read(text)
    for fault in parsed.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
        assert fault.message


STARTER = [path.read_text(encoding="utf-8") for path in sorted((RULES / "starter").glob("*.rules"))]


@given(st.sampled_from(STARTER), st.data())
def test_a_damaged_policy_is_told_and_never_breaks_the_parser(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    length = data.draw(st.integers(0, 30))
    put = data.draw(st.sampled_from(["", '"', "「", "(", "except x", "\n|", "because"]))
    window = text[max(0, start - 2000) : start] + put + text[start + length : start + 2000]
    for fault in read(window).faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(window)


@pytest.mark.parametrize(
    "line", ['rule r "\n', "「\n", "| a | b\n", "((((\n", "value v en 「「\n", "because and ,\n", '"\\\n']
)
def test_files_of_garbage_end(line: str) -> None:
    assert read(line * 5_000).faults


@pytest.mark.parametrize("word", ["after", "at", "before", "between", "include", "less", "more"])
def test_a_word_that_compares_is_a_value_where_nothing_follows_that_it_could_compare_with(word: str) -> None:
    (table,) = clean(
        f"table t every row\n| a.b | outcome |\n| {word} | accept because v |\n| {word}, x | accept because v |\n"
    )
    assert isinstance(table, n.Table)
    cells = [row.cells[0] for row in table.rows]
    values = [
        [value.text for value in cell.values if isinstance(value, n.Word)] for cell in cells if isinstance(cell, n.Cell)
    ]
    assert values == [[word], [word, "x"]]


@pytest.mark.parametrize("cell", ["at most", "between 1", "less than", "at least, 5", "more 5"])
def test_a_comparison_that_is_not_finished_is_told(cell: str) -> None:
    assert codes(f"table t every row\n| a.b | outcome |\n| {cell} | accept because v |\n")


@pytest.mark.parametrize(
    ("cell", "kind"), [("any", "any"), ("none", "state"), ("known", "state"), ("unknown", "state")]
)
def test_words_that_stand_alone_in_a_cell_keep_their_meaning(cell: str, kind: str) -> None:
    (table,) = clean(f"table t every row\n| a.b | outcome |\n| {cell} | accept because v |\n")
    assert isinstance(table, n.Table)
    assert [getattr(row.cells[0], "kind", None) for row in table.rows] == [kind]
