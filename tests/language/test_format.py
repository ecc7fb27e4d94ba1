"""The one layout of rule files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kotowari.diagnostics.display import columns
from kotowari.diagnostics.source import Source
from kotowari.language.formatting import MeaningChangedError, format_source
from kotowari.language.formatting.flow import WIDTH
from kotowari.language.formatting.formatted import check_same
from kotowari.language.parse import parse

GOLDEN = Path(__file__).resolve().parent / "golden"
LONG_EN = "We would rather do a few things well than many things halfway, so that you can rely on them every day."
LONG_JA = (
    "毎日安心してお使いいただけるよう、数を増やすよりも、ひとつひとつの質を大切にしております。いつも感謝しております。"
)


def laid_out(text: str) -> str:
    """The text in its layout, in which it stays."""
    formatted = format_source(Source("case.rules", text)).text
    assert formatted is not None, format_source(Source("case.rules", text)).faults
    assert format_source(Source("case.rules", formatted)).text == formatted
    return formatted


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_untidy_file(language: str, update: bool) -> None:  # noqa: FBT001 - pytest gives fixtures by name
    formatted = laid_out((GOLDEN / f"untidy.{language}.rules").read_text(encoding="utf-8"))
    expected = GOLDEN / f"tidy.{language}.rules"
    if update:
        expected.write_text(formatted, encoding="utf-8")
    assert formatted == expected.read_text(encoding="utf-8")


def test_nothing_stays_nothing() -> None:
    assert laid_out("") == ""
    assert laid_out(" \n\n\t") == ""
    assert laid_out("\n\n# only this\n\n\n") == "# only this\n"


def test_what_cannot_be_read_is_not_laid_out() -> None:
    formatted = format_source(Source("case.rules", "rule r accept v"))
    assert formatted.text is None
    assert [fault.code for fault in formatted.faults] == ["missing-word"]


@pytest.mark.parametrize("page", ["language.md", "ja/language.md"])
def test_the_guides_show_what_it_does(page: str, checkout: Path) -> None:
    text = (checkout / "docs" / page).read_text(encoding="utf-8")
    before, after = re.findall(r"```text\n(.*?)```", text[text.index("`kotowari fmt`\n") :], re.DOTALL)
    assert laid_out(before) == after


@pytest.mark.parametrize("pack", ["airline", "bank", "black", "inn", "prettier", "retail", "ripgrep", "starter"])
def test_the_packs_are_in_order(pack: str, checkout: Path) -> None:
    files = sorted((checkout / "rules" / pack).rglob("*.rules"))
    assert files
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert laid_out(text) == text, f"`kotowari fmt rules/{pack}` puts it in order"


# --- words ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("a.b >= 5", "a.b at least 5"),
        ("a.b<=5", "a.b at most 5"),
        ("a.b > 5 and a.b ＜ 9", "a.b more than 5 and a.b less than 9"),
        ("a.b = pro", "a.b is pro"),
        ("a.b != one of x、y", "a.b is not one of x, y"),
        ("a.b != none", "a.b is not none"),
        ("（ not a.b ）", "(not a.b)"),
        ("a.b at most ５０ ％ of c.d", "a.b at most 50% of c.d"),
        ("a.b at most 5_000.50 USD", "a.b at most 5_000.50 USD"),
        ("time since a.b at most 1 days", "time since a.b at most 1 day"),
        ("time since a.b at most 2 hour 1 minutes", "time since a.b at most 2 hours 1 minute"),
    ],
)
def test_marks_become_words(written: str, words: str) -> None:
    assert laid_out(f"define d {written}") == f"define d\n  {words}\n"


def test_quotes_and_patterns_stay_as_they_were_written() -> None:
    text = 'topic t\n  words ja "返金", 「refund」, exactly 「「工程表」」, "say \\"no\\"", /（a|b） +c/\n'
    assert laid_out(text) == text


# --- lines ------------------------------------------------------------------------------------------------------------


def test_short_clauses_of_a_fact_stand_beside_its_name() -> None:
    assert laid_out('fact a.b\n is money in USD\n from 0 USD\n to 5 USD\n internal\n ask en "?"\n fixed') == (
        'fact a.b is money in USD from 0 USD to 5 USD internal\n  ask en "?"\n  fixed\n'
    )


def test_what_a_fact_takes_goes_below_where_there_is_no_room() -> None:
    choices = ", ".join(f"choice-{number}" for number in range(12))
    lines = laid_out(f'fact a.b en "b" is one of {choices} fixed').splitlines()
    assert lines[0] == 'fact a.b en "b"'
    assert lines[1].startswith("  is one of choice-0, ")
    assert lines[2] == "    choice-8, choice-9, choice-10, choice-11"
    assert lines[3] == "  fixed"


def test_what_a_team_answers_within_stands_beside_its_name_alone() -> None:
    assert laid_out("team t\n answers within 1 day") == "team t answers within 1 day\n"
    assert laid_out('team t answers within 1 day contact "x"') == 'team t\n  answers within 1 day\n  contact "x"\n'


def test_one_part_stands_beside_its_say_and_several_below() -> None:
    assert laid_out('rule r say en\n answer "a"') == 'rule r\n  say en answer "a"\n'
    assert laid_out('rule r say en answer "a" nothing instead') == (
        'rule r\n  say en\n    answer "a"\n    nothing instead\n'
    )
    assert laid_out(f'rule r say en answer "{LONG_EN[:85]}"') == f'rule r\n  say en\n    answer "{LONG_EN[:85]}"\n'


def test_conditions_break_before_and_and_or() -> None:
    parts = [f"first-fact.{name} at least 5" for name in ("aaaaaaaa", "bbbbbbbb", "cccccccc")]
    inner = " or ".join(parts)
    assert laid_out(f"rule r when {' and '.join(parts)} and ({inner})") == (
        "rule r\n"
        "  when first-fact.aaaaaaaa at least 5\n"
        "    and first-fact.bbbbbbbb at least 5\n"
        "    and first-fact.cccccccc at least 5\n"
        "    and (first-fact.aaaaaaaa at least 5\n"
        "        or first-fact.bbbbbbbb at least 5\n"
        "        or first-fact.cccccccc at least 5)\n"
    )


def test_dates_that_belong_together_share_a_line() -> None:
    assert laid_out("rule r from 2026-01-01 until 2026-12-31 final") == (
        "rule r\n  from 2026-01-01 until 2026-12-31\n  final\n"
    )


def test_exceptions_are_nested() -> None:
    assert laid_out("rule r final except x when a.b\n    except y when c.d") == (
        "rule r\n  final\n  except x\n    when a.b\n  except y\n    when c.d\n"
    )


def test_no_line_but_a_string_or_pattern_without_spaces_is_too_long() -> None:
    for path in GOLDEN.glob("tidy.*.rules"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert columns(line.partition("  #")[0]) <= WIDTH, line


def test_a_table_is_aligned_by_what_a_terminal_shows() -> None:
    table = "table t every row\n|a.b|outcome|\n|料金、値段|accept because v|\n| |decline because 公平 say x|"
    lines = laid_out(table).splitlines()
    assert lines[2:] == [
        "  | a.b        | outcome                    |",
        "  | 料金, 値段 | accept because v           |",
        "  |            | decline because 公平 say x |",
    ]
    assert len({columns(line) for line in lines[2:]}) == 1


def test_a_bar_in_a_string_is_no_cell() -> None:
    assert laid_out('table t every row\n| a.b | outcome |\n| "x | y" | accept because v').splitlines()[-1] == (
        '  | "x | y" | accept because v |'
    )


# --- blank lines ------------------------------------------------------------------------------------------------------


def test_blank_lines_part_groups() -> None:
    assert laid_out("label a\n\n\n\nlabel b\nlabel c\nvalue v\nstrategy s") == (
        "label a\n\nlabel b\nlabel c\n\nvalue v\nstrategy s\n"
    )
    assert laid_out("rule a final\nrule b\n\n\n final\n\n\n owner x") == (
        "rule a\n  final\n\nrule b\n  final\n\n  owner x\n"
    )


def test_a_missing_blank_line_comes_before_the_comment_of_a_declaration() -> None:
    assert laid_out("rule a final\n  # of a\n# of b\nrule b final") == (
        "rule a\n  final\n  # of a\n\n# of b\nrule b\n  final\n"
    )
    assert laid_out("rule a final\n# of a\n\nrule b final") == "rule a\n  final\n# of a\n\nrule b\n  final\n"


# --- comments ---------------------------------------------------------------------------------------------------------


def test_comments_stay_at_their_words() -> None:
    assert laid_out("rule r # a\n about x, # b\n  # c\n y # d\n, z\n  #e\n final # f\n# g\n") == (
        "rule r  # a\n  about x,  # b\n    # c\n    y,  # d\n    z\n  # e\n  final  # f\n# g\n"
    )


def test_comments_between_rows() -> None:
    assert laid_out("table t one row # a\n| a.b | outcome | # b\n\n# c\n| 1 | accept because v |\n# d") == (
        "table t\n  one row  # a\n  | a.b | outcome          |  # b\n\n  # c\n  | 1   | accept because v |\n# d\n"
    )


def test_a_comment_belongs_to_what_it_is_indented_as() -> None:
    text = (
        'rule a\n  say en\n    answer "x"\n    next "y"\n    # of next\n  # of final\n  final\n  # of a\n'
        "\n# of b\nlabel b\n# the last\n"
    )
    assert laid_out(text) == text
    assert laid_out("rule a\n say x\n # of a\nrule b") == "rule a\n  say x\n  # of a\n\nrule b\n"


def test_a_comment_in_a_condition_breaks_the_line_behind_it() -> None:
    assert laid_out("define d (a.b # x\n) and # y\nc.d") == "define d\n  (a.b  # x\n    )\n  and  # y\n    c.d\n"


@pytest.mark.parametrize(
    ("written", "kept"),
    [("#x", "# x"), ("＃　x", "#　x"), ("#", "#"), ("##", "##"), ("#  x  y\t ", "#  x  y"), ("#---", "#---")],
)
def test_a_comment_keeps_its_words(written: str, kept: str) -> None:
    assert laid_out(f"label a {written}\n") == f"label a  {kept}\n"


def test_a_name_that_looks_like_a_declaration_begins_no_line() -> None:
    assert laid_out("rule r about # c\n rule, x, # d\n label final") == (
        "rule r\n  about rule,  # c\n    x, label  # d\n  final\n"
    )


# --- strings ----------------------------------------------------------------------------------------------------------


def lines_of(string: str) -> list[str]:
    return laid_out(f"rule r say en answer {string} nothing instead").splitlines()[2:-1]


def test_a_long_string_breaks_where_its_clauses_do() -> None:
    assert lines_of(f'"{LONG_EN}"') == [
        '    answer "We would rather do a few things well than many things halfway,',
        '      so that you can rely on them every day."',
    ]


def test_a_string_has_no_short_last_line() -> None:
    words = "A sentence that has neither a comma nor a stop in it is parted into lines of about the same length"
    assert lines_of(f'"{words}"') == [
        '    answer "A sentence that has neither a comma nor a stop',
        '      in it is parted into lines of about the same length"',
    ]


def test_a_japanese_string_breaks_where_its_phrases_do() -> None:
    assert lines_of(f"「{LONG_JA}」") == [
        "    answer 「毎日安心してお使いいただけるよう、数を増やすよりも、ひとつひとつの質を",
        "      大切にしております。いつも感謝しております。」",
    ]


def test_a_string_of_several_lines_is_joined() -> None:
    assert lines_of('"one\n   two\n\n\n three\n - four\n five"') == [
        '    answer "one two',
        "",
        "      three",
        '      - four five"',
    ]


def test_a_string_that_begins_with_a_list_begins_on_a_line_of_its_own() -> None:
    assert lines_of('"- one\n- two"') == ['    answer "', "      - one", '      - two"']


@pytest.mark.parametrize(
    "words",
    [
        "a  b ",  # two spaces are two spaces
        "全角　空白 です。",  # a space between Japanese characters would be nothing
        "- no list ",
        "1. no list ",
        "rule of thumb ",  # a line that begins so would look like a declaration
        '\\\\ \\" \\{x\\} ',
        "{customer.name|there, whoever you are} ",
        "か\u3099き\u3099く\u3099",
        "answer 「はい」 ",
    ],
)
def test_no_break_changes_the_text(words: str) -> None:
    for count in (1, 10, 30):
        laid_out(f'rule r say en answer "x {words * count}y" nothing instead')


def test_a_break_that_is_taken_literally_stays() -> None:
    text = 'value v\n  en "one\\\n   two"\n'
    assert laid_out(text) == text


# --- the proof --------------------------------------------------------------------------------------------------------


def test_another_meaning_is_a_fault_of_ours() -> None:
    source = Source("case.rules", "label a # x")
    parsed = parse(source)
    check_same(source, parsed, Source("case.rules", "\nlabel a\n#   x".replace("   ", " ")))
    with pytest.raises(MeaningChangedError, match="meaning"):
        check_same(source, parsed, Source("case.rules", "label b # x"))
    with pytest.raises(MeaningChangedError, match="meaning"):
        check_same(source, parsed, Source("case.rules", "label a.b # x"))
    with pytest.raises(MeaningChangedError, match="comments"):
        check_same(source, parsed, Source("case.rules", "label a # y"))
