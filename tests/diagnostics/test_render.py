"""Diagnostics as people read them."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kotowari.diagnostics.diagnostic import Diagnostic, Fix, Note, Severity
from kotowari.diagnostics.display import UNPRINTABLE, columns
from kotowari.diagnostics.render import render, render_all
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import NOWHERE, Span
from kotowari.diagnostics.style import COLOURED, Style

NAME = "policy.rules"


def at(text: str, words: str, *, name: str = NAME) -> Span:
    """Where `words` stands in `text`."""
    start = text.index(words)
    return Span(name, start, start + len(words))


def shown(text: str, diagnostic: Diagnostic, *, width: int = 80, style: Style | None = None) -> str:
    sources = {NAME: Source(NAME, text)}
    return "\n" + render(diagnostic, sources, style=style or Style(), width=width) + "\n"


def expected(text: str) -> str:
    return dedent(text)


RULE = "rule no-gantt\n  when customer.plam is pro\n  decline because simplicity\n"


def test_message_place_source_label_and_help() -> None:
    diagnostic = Diagnostic(
        "unknown-fact",
        "`customer.plam` is not a fact of this policy",
        at(RULE, "customer.plam"),
        "did you mean `customer.plan`?",
        "facts are declared in facts.rules",
    )
    assert shown(RULE, diagnostic) == expected("""
        error[unknown-fact]: `customer.plam` is not a fact of this policy
          ╭─ policy.rules:2:8
        2 │   when customer.plam is pro
          │        ^^^^^^^^^^^^^ did you mean `customer.plan`?
          ╰─ facts are declared in facts.rules
        """)


def test_without_label_and_help() -> None:
    assert shown(RULE, Diagnostic("x", "m", at(RULE, "pro"), severity=Severity.WARNING)) == expected("""
        warning[x]: m
          ╭─ policy.rules:2:25
        2 │   when customer.plam is pro
          │                         ^^^
        """)


def test_the_title_of_a_fix_stands_in_for_help() -> None:
    fix = Fix(at(RULE, "pro"), "free", "write `free`")
    assert shown(RULE, Diagnostic("x", "m", at(RULE, "pro"), fix=fix)).endswith("  ╰─ write `free`\n")


def test_full_width_characters_take_two_columns_and_combining_ones_none() -> None:
    text = '  words ja 「ｶﾞﾝﾄ」, 「工程表」, "cafe\u0301" and pro'
    assert shown(text, Diagnostic("x", "m", at(text, "工程表"), "here")) == expected("""
        error[x]: m
          ╭─ policy.rules:1:21
        1 │   words ja 「ｶﾞﾝﾄ」, 「工程表」, "cafe\u0301" and pro
          │                        ^^^^^^ here
        """)
    assert "\n  │ " + " " * 44 + "^^^\n" in shown(text, Diagnostic("x", "m", at(text, "pro")))


def test_tabs_run_to_every_fourth_column() -> None:
    text = "\twhen\tcustomer.plam"
    assert shown(text, Diagnostic("x", "m", at(text, "customer"), "here")) == expected("""
        error[x]: m
          ╭─ policy.rules:1:7
        1 │     when    customer.plam
          │             ^^^^^^^^ here
        """)


def test_several_lines_are_underlined_to_the_end_of_the_first() -> None:
    span = at(RULE, "when customer.plam is pro\n  decline")
    assert shown(RULE, Diagnostic("x", "m", span, "here")) == expected("""
        error[x]: m
          ╭─ policy.rules:2:3
        2 │   when customer.plam is pro
          │   ^^^^^^^^^^^^^^^^^^^^^^^^^… here
        """)


def test_the_line_break_at_the_end_is_nothing_more_to_show() -> None:
    assert "^^^\n" in shown(RULE, Diagnostic("x", "m", at(RULE, "pro\n")))


def test_several_lines_from_the_end_of_a_line() -> None:
    assert shown(RULE, Diagnostic("x", "m", at(RULE, "\n  decline"), "here")) == expected("""
        error[x]: m
          ╭─ policy.rules:2:28
        2 │   when customer.plam is pro
          │                            ^… here
        """)


@pytest.mark.parametrize("offset", [len("rule x"), 1000])
def test_no_characters_at_the_end_of_the_file(offset: int) -> None:
    assert shown("rule x", Diagnostic("x", "m", Span(NAME, offset, offset), "a clause")) == expected("""
        error[x]: m
          ╭─ policy.rules:1:7
        1 │ rule x
          │       ^ a clause
        """)


def test_no_characters_after_the_last_line_break_and_in_the_empty_file() -> None:
    assert (
        shown("rule x\n", Diagnostic("x", "m", Span(NAME, 7, 7)))
        == "\nerror[x]: m\n  ╭─ policy.rules:2:1\n2 │\n  │ ^\n"
    )
    assert shown("", Diagnostic("x", "m", Span(NAME, 0, 0))) == "\nerror[x]: m\n  ╭─ policy.rules:1:1\n1 │\n  │ ^\n"


def test_carriage_returns_before_line_feeds_are_not_shown() -> None:
    text = "rule x\r\n  when a.b\r\n"
    assert shown(text, Diagnostic("x", "m", Span(NAME, text.index("a.b"), len(text)))) == expected("""
        error[x]: m
          ╭─ policy.rules:2:8
        2 │   when a.b
          │        ^^^
        """)


LONG = "words en " + ", ".join(f'"word{number}"' for number in range(100, 200))


def test_a_long_line_is_cut_round_what_is_meant() -> None:
    assert shown(LONG, Diagnostic("x", "m", at(LONG, '"word150"'), "here"), width=60) == expected("""
        error[x]: m
          ╭─ policy.rules:1:560
        1 │ … "word148", "word149", "word150", "word151", "word152"…
          │                         ^^^^^^^^^ here
        """)


def test_a_long_line_keeps_its_ends() -> None:
    first = shown(LONG, Diagnostic("x", "m", at(LONG, "words"), "here"), width=60)
    last = shown(LONG, Diagnostic("x", "m", at(LONG, '"word199"'), "here"), width=60)
    assert '1 │ words en "word100"' in first
    assert '"word199"\n' in last


def test_a_stretch_longer_than_the_line_runs_on() -> None:
    diagnostic = Diagnostic("x", "m", Span(NAME, 5, len(LONG)), "here")
    source, underline, label = shown(LONG, diagnostic, width=60).splitlines()[3:]
    assert source.startswith("1 │ …")
    assert source.endswith("…")
    assert underline == "  │  " + "^" * 54 + "…"
    assert label == "  │  here"


def test_full_width_characters_are_never_halved() -> None:
    text = "say ja 「" + "あいうえお" * 40 + "」"
    lines = shown(text, Diagnostic("x", "m", Span(NAME, 100, 103), "ここ"), width=41).splitlines()
    assert max(columns(line) for line in lines) <= 41
    assert "^^^^^^ ここ" in lines[4]


def test_a_line_without_end_is_shown_at_once() -> None:
    text = "a" * 3_000_000
    assert len(shown(text, Diagnostic("x", "m", Span(NAME, 1_500_000, 2_900_000)))) < 500


def test_a_tower_of_marks_stays_small() -> None:
    text = "a" + "\u0301" * 100_000 + "b"
    assert len(shown(text, Diagnostic("x", "m", Span(NAME, len(text) - 1, len(text))))) < 2000


def test_a_label_that_does_not_fit_stands_below() -> None:
    label = "this fact takes one of free, pro, enterprise, and nothing else that anybody could think of"
    assert shown(RULE, Diagnostic("x", "m", at(RULE, "customer.plam"), label), width=60) == expected("""
        error[x]: m
          ╭─ policy.rules:2:8
        2 │   when customer.plam is pro
          │        ^^^^^^^^^^^^^
          │        this fact takes one of free, pro, enterprise, and
          │        nothing else that anybody could think of
        """)


def test_a_label_near_the_edge_moves_to_the_left() -> None:
    text = "x" * 50 + " pro"
    lines = shown(text, Diagnostic("x", "m", at(text, "pro"), "plans are free and enterprise"), width=60).splitlines()
    assert lines[4:] == ["  │ " + " " * 51 + "^^^", "  │ " + " " * 27 + "plans are free and enterprise"]
    assert max(len(line) for line in lines) == 60


def test_message_and_help_wrap_in_both_languages() -> None:
    diagnostic = Diagnostic(
        "x",
        "the value `simplicity` is cited by this rule and has no sentence in one of the languages",
        at(RULE, "simplicity"),
        help="値の文はポリシーのすべての言語で書いてください。一つでも欠けると、その言語では返信を作れません。",
    )
    assert shown(RULE, diagnostic, width=60) == expected("""
        error[x]: the value `simplicity` is cited by this rule and
          has no sentence in one of the languages
          ╭─ policy.rules:3:19
        3 │   decline because simplicity
          │                   ^^^^^^^^^^
          ╰─ 値の文はポリシーのすべての言語で書いてください。一つで
             も欠けると、その言語では返信を作れません。
        """)


def test_notes_in_the_same_file_stand_in_the_order_of_lines() -> None:
    text = "topic gantt\n\n\n" + "\n" * 6 + "topic gantt\ntopic other\n"
    second = Span(NAME, text.rindex("gantt"), text.rindex("gantt") + 5)
    notes = (Note("and another", at(text, "other")), Note("first declared here", at(text, "gantt")))
    assert shown(text, Diagnostic("x", "m", second, "declared again", "rename one", notes=notes)) == expected("""
        error[x]: m
           ╭─ policy.rules:10:7
         1 │ topic gantt
           │       ----- first declared here
           ┆
        10 │ topic gantt
           │       ^^^^^ declared again
        11 │ topic other
           │       ----- and another
           ╰─ rename one
        """)


def test_notes_on_the_same_line_share_it() -> None:
    notes = (Note("of this type", at(RULE, "customer.plam")),)
    assert shown(RULE, Diagnostic("x", "m", at(RULE, "pro"), "no such word", notes=notes)) == expected("""
        error[x]: m
          ╭─ policy.rules:2:25
        2 │   when customer.plam is pro
          │                         ^^^ no such word
          │        ------------- of this type
        """)


def test_notes_on_the_same_long_line_show_it_again() -> None:
    notes = (Note("first", at(LONG, '"word101"')),)
    lines = shown(LONG, Diagnostic("x", "m", at(LONG, '"word190"'), notes=notes)).splitlines()
    assert [line[:3] for line in lines[3:]] == ["1 │", "  │", "1 │", "  │"]
    assert '"word101"' in lines[5]


def test_notes_in_another_file() -> None:
    sources = {NAME: Source(NAME, RULE), "facts.rules": Source("facts.rules", "fact customer.plan\n")}
    notes = (Note("declared here", at("fact customer.plan", "customer.plan", name="facts.rules")),)
    diagnostic = Diagnostic("x", "m", at(RULE, "pro"), "no such word", notes=notes)
    assert "\n" + render(diagnostic, sources) + "\n" == expected("""
        error[x]: m
          ╭─ policy.rules:2:25
        2 │   when customer.plam is pro
          │                         ^^^ no such word
          ├─ facts.rules:1:6
        1 │ fact customer.plan
          │      ------------- declared here
        """)


def test_a_text_that_is_not_at_hand_is_named() -> None:
    diagnostic = Diagnostic("x", "m", Span("other.rules", 3, 4), "the fourth byte", "save it as UTF-8")
    assert shown(RULE, diagnostic) == expected("""
        error[x]: m
          ╭─ other.rules
          │ the fourth byte
          ╰─ save it as UTF-8
        """)


def test_nowhere() -> None:
    assert shown(RULE, Diagnostic("x", "m", NOWHERE, help="declare it")) == "\nerror[x]: m\n  ╰─ declare it\n"
    notes = (Note("here", at(RULE, "pro")),)
    assert "  ╭─ policy.rules:2:25\n" in shown(RULE, Diagnostic("x", "m", NOWHERE, notes=notes))


def test_colours_change_nothing_else() -> None:
    notes = (Note("first declared here", at(RULE, "no-gantt")),)
    diagnostic = Diagnostic("x", "m", at(RULE, "pro"), "label", "help", notes=notes)
    painted = shown(RULE, diagnostic, style=COLOURED)
    assert painted.startswith("\n\x1b[1;31merror[x]\x1b[0m\x1b[1m: m\x1b[0m\n\x1b[36m  ╭─\x1b[0m policy.rules:2:25\n")
    assert "\x1b[1;31m^^^ label\x1b[0m" in painted
    assert "\x1b[1;36m-------- first declared here\x1b[0m" in painted
    codes = ("\x1b[1;31m", "\x1b[1;36m", "\x1b[36m", "\x1b[1m", "\x1b[0m")
    for code in codes:
        painted = painted.replace(code, "")
    assert painted == shown(RULE, diagnostic)


def test_nothing_hostile_reaches_the_terminal() -> None:
    bad = "\x1b]0;x\x07\u202e\udc80\x00\u2028\r"
    text = f"rule {bad} x\n"
    sources = {bad: Source(bad, text)}
    span = at(text, bad, name=bad)
    diagnostic = Diagnostic(f"x{bad}", f"`{bad}`", span, f"l{bad}", f"h{bad}", notes=(Note(bad, span),))
    assert not UNPRINTABLE.search(render_all([diagnostic], sources).replace("\n", ""))


def test_hidden_characters_are_underlined_as_they_are_shown() -> None:
    text = "when customer.pl\u200ban is pro"
    assert shown(text, Diagnostic("x", "m", at(text, "customer.pl\u200ban"), "here")) == expected("""
        error[x]: m
          ╭─ policy.rules:1:6
        1 │ when customer.pl\\u200ban is pro
          │      ^^^^^^^^^^^^^^^^^^^ here
        """)


def test_all_are_sorted_and_counted() -> None:
    sources = {NAME: Source(NAME, RULE)}
    found = [
        Diagnostic("c", "third", at(RULE, "simplicity"), severity=Severity.WARNING),
        Diagnostic("b", "second", at(RULE, "pro")),
        Diagnostic("a", "first", at(RULE, "no-gantt")),
    ]
    rendered = render_all(found, sources).split("\n\n")
    assert [part.split("\n")[0] for part in rendered] == [
        "error[a]: first",
        "error[b]: second",
        "warning[c]: third",
        "2 errors, 1 warning",
    ]
    assert render_all(found[1:2], sources).endswith("\n\n1 error")
    assert render_all([], sources) == ""


def test_of_a_message_as_long_as_a_file_the_ends_are_shown() -> None:
    found = Diagnostic("x", f"`{'a' * 100_000}` is unknown", NOWHERE, help=f"declare `{'a' * 100_000}`")
    rendered = render_all([found], {})
    assert len(rendered) < 3_000
    assert "aa…aa" in rendered.replace("\n  ", "")
    assert "is unknown" in rendered


ANY = st.text(st.sampled_from("ab .`\t\r\n\x1b\u0301\u200d日ー」👍\U000e0041"), max_size=120)


def test_the_end_of_a_line_that_fills_the_width_is_marked_inside_of_it() -> None:
    span = Span(NAME, 7, 7)
    lines = shown("`\u200d`\t\t\U000e0041\U000e0041", Diagnostic("x", "", span), width=40).splitlines()
    assert max(columns(line) for line in lines) == 40


@given(ANY, ANY, st.integers(0, 130), st.integers(0, 130), st.integers(40, 90))
def test_whatever_comes_every_line_fits(text: str, words: str, start: int, length: int, width: int) -> None:
    span = Span(NAME, start, start + length)
    diagnostic = Diagnostic("x", words, span, words, words, notes=(Note(words, Span(NAME, 0, length)),))
    lines = shown(text, diagnostic, width=width).splitlines()
    assert max(columns(line) for line in lines) <= width
