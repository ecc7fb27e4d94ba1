from __future__ import annotations

import pytest
from tests.text.finding import found

from kotowari.text.patterns.pattern import Pattern, PatternError, compile_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("export", "Export, EXPORTED; csv-exporting (exporter)", ["Export", "EXPORTED", "exporting"]),
        ("import", "this is important", []),
        ("host*", "hosting a host, but no ghost", ["hosting", "host"]),
        ("project plan* chart", "a project planning chart", ["project planning chart"]),
        ("(log|sign) in", "log in, sign-in, logging in", ["log in", "sign-in", "logging in"]),
        ("(log|sign) in", "sign\nin, sign “in”", ["sign\nin", "sign “in"]),
        ("(log|sign) in", "signin, sign. In, sign, in, sign\n\nin", []),
        ("(a big|the (small|tiny)) board", "the tiny board and a big board", ["the tiny board", "a big board"]),
        ("delete ... data", "Delete all of our data.", ["Delete all of our data"]),
        ("delete ... data", "delete one two three four five six data", ["delete one two three four five six data"]),
        ("delete ... data", "delete one two three four five six seven data", []),
        ("delete ... data", "Delete it. The data is old.", []),
        ("delete ... data", "Delete it, e.g. the data", ["Delete it, e.g. the data"]),
        ("delete ... data", "data delete", []),
        ("delete … data", "delete data", ["delete data"]),
        ("delete ... (board|note) ... data", "delete the board with its data", ["delete the board with its data"]),
        ("# nights", "three nights, ３ nights, 1,000 nights", ["three nights", "３ nights", "1,000 nights"]),
        ("# nights", "mp3 nights", []),
        ("#% off", "10% off or １２．５％ off or 5 % off", ["10% off", "１２．５％ off", "5 % off"]),
        ("data loss", "data-loss and data_loss", ["data-loss", "data_loss"]),
        ("c++", "We write C++.", ["C++"]),
        (r"c\#", "We write C#.", ["C#"]),
        ("node.js", "Node.js", ["Node.js"]),
        (".net", "asp.net", [".net"]),
        ("can't log in", "I cannot log in. I CAN’T log in.", ["cannot log in", "CAN’T log in"]),
        ("SSO", "SSOに対応して、ＳＳＯ。", ["SSO", "ＳＳＯ"]),
        ("SSO対応", "SSO対応", ["SSO対応"]),
        ("（ログ｜サイン）イン", "サインインできません", ["サインイン"]),
        ("C", "vitamin c or abc", ["c"]),
        ("5%", "5% and 15%", ["5%"]),
    ],
)  # fmt: skip
def test_what_a_pattern_matches(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


def test_exactly_is_only_itself() -> None:
    assert found(Pattern("export", exact=True), "export exports EXPORT") == ["export", "EXPORT"]


@pytest.mark.parametrize(
    ("pattern", "underlined", "message"),
    [
        ("", "", "this pattern is empty"),
        ("  ", "  ", "this pattern is empty"),
        ("-", "-", "there are no words here"),
        ("(log|sign in", "(", "this `(` is not closed"),
        ("log) in", ")", "this `)` closes no bracket"),
        ("log|sign", "|", "alternatives stand in brackets"),
        ("（ログ｜）", "｜", "there are no words here"),
        ("(a||b)", "|", "there are no words here"),
        ("()", "(", "there are no words here"),
        ("...", ".", "`...` needs words on both sides"),
        ("… data", "…", "`...` needs words on both sides"),
        ("delete ...", ".", "`...` needs words on both sides"),
        ("(a ...|b) c", ".", "`...` needs words on both sides"),
        ("a ... ... b", ".", "`...` needs words on both sides"),
        ("ho*st", "*", "a `*` stands only at the end of a word"),
        ("エクス*ート", "*", "a `*` stands only at the end of a word"),
        ("host**", "*", "a `*` stands only at the end of a word"),
        ("*host", "*", "this `*` follows no word"),
        ("(a|b)*", "*", "a `*` follows only the beginning of a word"),
        ("#*", "*", "a `*` follows only the beginning of a word"),
        ("C#", "#", "`#` stands for a number and cannot follow a letter"),
        ("(lo|si)gn", "g", "a bracket cannot stand for a part of a word"),
        ("log(in|on)", "(", "a bracket cannot stand for a part of a word"),
        ("a\\", "\\", "this `\\` stands before no sign"),
        ("(" * 11 + "a" + ")" * 11, "(", "brackets stand more than 10 deep here"),
        ("a" * 501, "a", "this pattern has more than 500 characters"),
    ],
)
def test_what_is_wrong_with_a_pattern(pattern: str, underlined: str, message: str) -> None:
    with pytest.raises(PatternError) as raised:
        compile_pattern(Pattern(pattern))
    assert raised.value.message == message
    assert pattern[raised.value.start : raised.value.end] == underlined
    assert raised.value.help


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("cannot log in", "I can not log in", ["can not log in"]),
        ("can not log in", "We can’t log in", ["can’t log in"]),
        ("can't", "cannot, cant, can't, can not", ["cannot", "cant", "can't", "can not"]),
        ("don't work", "it does not work, they didn't work", ["does not work", "didn't work"]),
        ("does not work", "it doesnt work", ["doesnt work"]),
        ("is not", "that isn't so", ["isn't"]),
        ("card (won't|does not) ... work", "The card will not ever work", ["card will not ever work"]),
        ("do nothing", "do not", []),
        ("can", "can't", []),
        ("do not*", "do nothing", ["do nothing"]),
        ("SSO", "two SSOs", ["SSOs"]),
        ("sso", "two ssos", []),
        ("SMS", "smss", []),
    ],
)
def test_contractions_and_abbreviations(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("--sort", "add --sort, not a sort", ["--sort"]),
        ("-v", "rg -v, V", ["-v"]),
        ("(--sort|--sortr)", "sortr, --sortr", ["--sortr"]),
        ("an --x option", "an x option, an `--x` option", ["an `--x` option"]),
        ("the --exclude-dir option", "the --exclude-dir option", ["the --exclude-dir option"]),
        ("the --sort", "the sort", []),
        ("self-hosted", "self hosted", ["self hosted"]),
        ("sort - by", "sort by", ["sort by"]),
        ("--sort*", "--sorting", ["--sorting"]),
        ("add ... --sort", "add an option --sort", ["add an option --sort"]),
    ],
)
def test_the_dashes_of_an_option_are_meant(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected
