from __future__ import annotations

import pytest
from tests.text.finding import found

from kotowari.text.patterns.pattern import Pattern, PatternError, compile_pattern


@pytest.mark.parametrize(
    ("expression", "text", "expected"),
    [
        (r"\bSSO\b", "SSOに対応", ["SSO"]),
        (r"/\d{3}-\d{4}/", "〒１２３－４５６７", ["１２３－４５６７"]),
        ("refund.*order", "Refund my order", ["Refund my order"]),
        ("[ァ-ヶー]{3,}", "ﾃﾞｰﾀ！", ["ﾃﾞｰﾀ"]),
        ("[A-Z]{2}-[0-9]+", "ticket ab-12", ["ab-12"]),
        ("(foo|bar)?baz", "foobaz baz", ["foobaz", "baz"]),
        ("(?:ab)+c", "ababc", ["ababc"]),
        (r"\w+\s+\w+\s+off", "ten percent off", ["ten percent off"]),
        ("[^a]b", "ab cb", ["cb"]),
        ("[-a]|[b-]", "b-", ["b", "-"]),
        ("ダー*ク", "ﾀﾞｰｰｸ ダク", ["ﾀﾞｰｰｸ", "ダク"]),
        ("a+?b", "aab", ["aab"]),
        ("^hello$", "HELLO", ["HELLO"]),
        (r"\$\d+", "$5", ["$5"]),
        ("(a+)+b", "aaab", ["aaab"]),
        (r"\p{Han}+", "東京に", ["東京"]),
        ("（a）", "（Ａ）", ["（Ａ）"]),
        ("[^(]+[)]", "(ab)", ["ab)"]),
        ("[[:alpha:]]+", "12ab", ["ab"]),
        (r"a\b", "xa", ["a"]),
        ("x(.*y)?", "xaxbyx", ["xaxby", "x"]),
    ],
)
def test_what_an_expression_matches(expression: str, text: str, expected: list[str]) -> None:
    assert found(Pattern(expression, regex=True), text) == expected


@pytest.mark.parametrize(
    ("expression", "underlined", "message"),
    [
        ("", "", "this expression matches the empty text, and so everywhere"),
        ("//", "", "this expression matches the empty text, and so everywhere"),
        ("a*", "a*", "this expression matches the empty text, and so everywhere"),
        ("a|", "a|", "this expression matches the empty text, and so everywhere"),
        (r"/x\1/", r"\1", "this escape is not known here"),
        ("(?=a)b", "(?=", "this kind of bracket is not possible here"),
        ("c(?<!a)b", "(?<!", "this kind of bracket is not possible here"),
        ("(?>a)b", "(?>", "this kind of bracket is not possible here"),
        ("a{1001}", "{1001}", "a repetition goes from less to more, up to 1000"),
        ("a{5,2}", "{5,2}", "a repetition goes from less to more, up to 1000"),
        ("a**", "**", "a repetition cannot be repeated"),
        ("a++", "++", "a repetition cannot be repeated"),
        ("+a", "+", "there is nothing here to repeat"),
        ("a{1000}" * 4, "a{1000}" * 4, "this expression is too large"),
        ("b(a", "(", "this `(` is not closed"),
        ("(a)(?:b[)]", "(", "this `(` is not closed"),
        ("a)", ")", "this `)` closes no bracket"),
        ("b[a", "[", "this `[` is not closed"),
        ("[a-", "[", "this `[` is not closed"),
        ("x[]", "[", "this `[` is not closed"),
        ("x[z-a]", "z-a", "this range cannot be read"),
        ("x[a㌔]", "㌔", "this character counts as `きろ`, more than one"),
        (r"\q", r"\q", "this escape is not known here"),
        ("a\\", "a\\", r"this `\` stands before no sign"),
        ("a\u200b", "\u200b", "this character is not seen in any text"),
        ("a" * 501, "a", "this expression has more than 500 characters"),
    ],
)
def test_what_is_wrong_with_an_expression(expression: str, underlined: str, message: str) -> None:
    with pytest.raises(PatternError) as raised:
        compile_pattern(Pattern(expression, regex=True))
    assert raised.value.message == message
    assert expression[raised.value.start : raised.value.end] == underlined
    assert raised.value.help


@pytest.mark.parametrize("expression", [r"a{1000}b", r"\w+\s\w+ x", "a.*b", r"(a|b)?(a|b)?(a|b)?c", r"a+?b"])
def test_what_is_let_through_is_linear(expression: str) -> None:
    assert found(Pattern(expression, regex=True), "a" * 200_000) == []
