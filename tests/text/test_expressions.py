from __future__ import annotations

import pytest
from tests.text.finding import found

from kotowari.text.patterns import Pattern, PatternError, compile_pattern


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
        (r"/x\1/", "\\", "referring back to a bracket is not possible here"),
        ("(?=a)b", "=", "looking ahead is not possible here"),
        ("(?<!a)b", "<", "looking behind is not possible here"),
        ("(?i)b", "i", "this kind of bracket is not possible here"),
        ("(a+)+b", "+", "a repetition of a bracket that itself repeats or chooses can take forever"),
        ("(a|a)*b", "*", "a repetition of a bracket that itself repeats or chooses can take forever"),
        ("a{1001}", "{1001}", "a repetition goes up to 1000 at most"),
        ("a{5,2}", "{5,2}", "this repetition goes from more to less"),
        ("a**", "*", "a repetition cannot be repeated"),
        ("a++", "+", "a repetition cannot be repeated"),
        ("+a", "+", "there is nothing here to repeat"),
        (r"\b*", "*", "there is nothing here to repeat"),
        (
            ".*.*x",
            ".*.*x",
            "this expression could take too long: its repetitions can share the same characters in too many ways",
        ),
        ("a{1000}" * 4, "a{1000}" * 4, "this expression can match more than 3000 characters at once"),
        ("(a", "(", "this `(` is not closed"),
        ("a)", ")", "this `)` closes no bracket"),
        ("[a", "[", "this `[` is not closed"),
        ("[a-", "-", "this range is not closed"),
        ("[]", "]", "there is nothing between these brackets"),
        ("[z-a]", "[z-a]", "this expression cannot be read: bad character range z-a"),
        ("[㌔]", "㌔", "this character folds to several and cannot stand between `[` and `]`"),
        (r"\q", "\\", "this escape is not known here"),
        ("a\u200b", "\u200b", "this character is not seen in any text"),
        ("(" * 11 + "a" + ")" * 11, "a", "brackets stand more than 10 deep here"),
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
