"""JSON and YAML as data, and what is refused, with its place."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kotowari.requests import DocumentError, parse_document, parse_json, parse_yaml, yaml_document
from kotowari.requests.limits import MAX_JSON, MAX_YAML

LOADERS = [yaml.SafeLoader, yaml.CSafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


def json_error(data: str | bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        parse_json(data)
    return caught.value


def yaml_error(data: str | bytes) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        parse_yaml(data)
    return caught.value


# --- JSON -------------------------------------------------------------------------------------------------------------


def test_json_numbers_are_exact() -> None:
    value = parse_json('{"a": 0.10, "b": 1e3, "c": 12, "d": -0.0, "e": 123456789012345678901234567890.1}')
    assert value == {"a": Decimal("0.1"), "b": 1000, "c": 12, "d": 0, "e": Decimal("123456789012345678901234567890.1")}
    assert str(value) == (
        "{'a': Decimal('0.10'), 'b': Decimal('1E+3'), 'c': 12, 'd': Decimal('-0.0'), "
        "'e': Decimal('123456789012345678901234567890.1')}"
    )


def test_very_long_numbers_of_json_are_read_and_left_to_the_fact_to_refuse() -> None:
    assert parse_json("9" * 5000) == Decimal("9" * 5000)
    assert parse_json("0." + "9" * 5000) == Decimal("0." + "9" * 5000)
    assert parse_json("1e999999") == Decimal("1E+999999")


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "Infinity", "1e9999999", "-1E-99999999999999999999999"])
def test_json_numbers_are_finite(number: str) -> None:
    error = json_error(f'{{"text": "NaN {number} \\" 1e9999999",\n  "facts": [1, {number}]}}')
    assert str(error) == f"line 2, column 16: `{number}` is no number that can be used here; numbers are finite"


def test_json_keys_are_given_once() -> None:
    error = json_error('{"b": [{"a": 1}, {"a": 2}],\n "c": {"x": "a", "\\u0061": 1, "a": 2}}')
    assert str(error) == "line 2, column 31: the key `a` stands twice in one object; keep one of them"
    assert json_error('{"\x7f\\n": 1, "\x7f\\n": 2}').message.startswith("the key `\ufffd\ufffd` stands twice")


def test_json_is_at_most_64_levels_deep() -> None:
    assert parse_json("[" * 64 + "]" * 64) is not None
    error = json_error("[" * 65 + "]" * 65)
    assert (error.line, error.column) == (1, 65)
    assert error.message == "the document is nested more than 64 levels deep"
    assert json_error('{"a":' * 100_000).column == 64 * 5 + 1
    assert json_error("[" * 100_000).column == 65


def test_brackets_in_texts_of_json_are_no_levels() -> None:
    text = "[{" * 100 + '\\"'
    assert parse_json(json.dumps([text] * 3)) == [text] * 3
    assert parse_json("[" + ",".join(["[]"] * 100) + "]") == [[]] * 100


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ("", "line 1, column 1: this is not JSON: expecting value"),
        ('{"a": 1,\n "b" 2}', "line 2, column 6: this is not JSON: expecting `:` delimiter"),
        ('{"a": 1} x', "line 1, column 10: this is not JSON: extra data"),
        ('"料金', "line 1, column 1: this is not JSON: unterminated string starting at"),
        ("[" * 70 + '"', "line 1, column 65: the document is nested more than 64 levels deep"),
    ],
)
def test_what_is_not_json_is_said_with_its_place(data: str, message: str) -> None:
    assert str(json_error(data)) == message


def test_bytes_are_utf_8() -> None:
    assert parse_json(b'\xef\xbb\xbf"\xe6\x96\x99"') == "料"
    assert parse_json("\ufeff1") == 1
    assert str(json_error(b'{"a": "\x82"}')) == "the document is not UTF-8: byte 7 (from 0) is 0x82; save it as UTF-8"
    assert "byte 5 (from 0) is 0xff" in str(json_error(b'\xef\xbb\xbf"a\xff"'))
    assert str(json_error('{"a": 1}'.encode("utf-16"))) == "the document is UTF-16; save it as UTF-8"
    assert yaml_error(b"a: \xff").message.startswith("the document is not UTF-8: byte 3")
    assert yaml_error(b"a: \xff").line is None


def test_documents_have_a_size() -> None:
    assert json_error(b" " * (MAX_JSON + 1)).message == "the document is larger than 64 MiB; split it"
    assert yaml_error(" " * (MAX_YAML + 1)).message == "the document is larger than 8 MiB; split it"


def test_hostile_json_takes_no_longer_than_its_length() -> None:
    quotes = '"\\' * 200_000
    assert json_error("[" * 70 + quotes).column == 65
    assert "unterminated" in json_error('"' + "[" * 200_000).message
    assert json_error('{"a": 1e99999999, "b": "' + '\\"' * 200_000 + '"}').column == 7


DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


@given(DATA)
def test_json_is_read_as_written(data: object) -> None:
    assert parse_json(json.dumps(data)) == data
    assert parse_json(json.dumps(data, ensure_ascii=False).encode()) == data


@given(st.text('{}[]",:\\ 10eE.-+ntu\n') | st.text())
def test_json_is_read_or_refused(text: str) -> None:
    try:
        parse_json(text)
    except DocumentError as error:
        known = str(error)
    else:
        known = json.dumps(json.loads(text))
    assert known


# --- YAML -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((word, word) for word in ("no", "yes", "on", "off", "y", "No", "none", "nULL", "tRUE")),
        *((word, word) for word in ("2026-04-01", "2026-04-01T09:00:00Z", "1:30", "1_000", "0b11", "0x", "+", ".")),
        *((word, None) for word in ("", "~", "null", "Null", "NULL")),
        *((word, True) for word in ("true", "True", "TRUE")),
        *((word, False) for word in ("false", "False", "FALSE")),
        *(("12", 12), ("-12", -12), ("+12", 12), ("012", 12), ("0o17", 15), ("0x1F", 31)),
        *(("0.10", Decimal("0.10")), (".5", Decimal("0.5")), ("1.", Decimal(1)), ("-1e3", Decimal(-1000))),
        *(('"12"', "12"), ("'no'", "no"), ("|\n 12", "12"), (">-\n a\n b", "a b"), ('"\\0\\U0001F600"', "\0😀")),
        *(("[a, 1]", ["a", 1]), ("{a: 1, b: }", {"a": 1, "b": None}), ("- a\n- b: c", ["a", {"b": "c"}])),
        *(("yes: no", {"yes": "no"}), ('"1": 2', {"1": 2}), ("<<: {a: 1}", {"<<": {"a": 1}})),
        *(("--- a\n...\n", "a"), ("%YAML 1.2\n---\na", "a"), ("# nothing", None), ("料金: ５００", {"料金": "５００"})),
        *(("9" * 5000, Decimal("9" * 5000)), ("0x" + "f" * 30, 16**30 - 1)),
    ],
    ids=str,
)
def test_yaml_has_the_scalars_of_its_core_schema(text: str, value: object) -> None:
    found = parse_yaml(text)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: 1\na: 2", "line 2, column 1: the key `a` stands twice in one object; keep one of them"),
        ("{a: 1, 'a': 2}", "line 1, column 8: the key `a` stands twice in one object; keep one of them"),
        ("a: &x 1\nb: *x", "line 1, column 4: the anchor `&x` is not taken; remove it"),
        ("b: *x", "line 1, column 4: the alias `*x` is not taken; write the value out"),
        ("*x : 1", "line 1, column 1: the alias `*x` is not taken; write the value out"),
        ("a: !!str 5", "line 1, column 4: the tag `tag:yaml.org,2002:str` is not taken; remove it"),
        ("! a", "line 1, column 1: the tag `!` is not taken; remove it"),
        ("!!python/object/apply:os.system [ls]", "line 1, column 1: the tag"),
        ("a: 1\n---\nb: 2", "line 2, column 1: a second document begins here; there must be one alone"),
        ("%YAML 1.1\n---\na: no", "line 1, column 1: the document says that it is not YAML 1.2; remove the line"),
        ("1: a", "line 1, column 1: the key `1` is not text; put it in quotes"),
        ("true: a", "line 1, column 1: the key `true` is not text; put it in quotes"),
        ("?\n: a", "line 1, column 2: the key is not text; put it in quotes"),
        ("? [a]\n: b", "line 1, column 3: the key is not text; put it in quotes"),
        ("a: .inf", "line 1, column 4: `.inf` is no number that can be used here; numbers are finite"),
        ("a: -.INF", "line 1, column 4: `-.INF` is no number that can be used here; numbers are finite"),
        ("a: .NaN", "line 1, column 4: `.NaN` is no number that can be used here; numbers are finite"),
        ("a: 1e9999999", "line 1, column 4: `1e9999999` is no number that can be used here; numbers are finite"),
        ("a:\n  b: \x07", "line 2, column 6: the character U+0007 must be written as an escape"),
        ("a: b\u2028c", "line 1, column 5: the character U+2028 must be written as an escape"),
        ("a: b\ufeff", "line 1, column 5: the character U+FEFF must be written as an escape"),
        ("a: [1,\nb: 2", "line "),
        ("\ta: 1", "line 1, column 1: this is not YAML: "),
        ("a: b: c", "line 1, column 5: this is not YAML: "),
        ('"\\ud800"', "line 1, column "),
    ],
)
@pytest.mark.parametrize("loader", LOADERS)
def test_what_yaml_may_not_hold_is_said_with_its_place(
    text: str, message: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]
) -> None:
    with pytest.raises(DocumentError) as caught:
        yaml_document.parse(text, loader)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "[a, {b: ", "[[],"])
def test_yaml_nested_a_hundred_thousand_times_is_refused(unit: str) -> None:
    assert yaml_error(unit * 100_000).line == 1


def test_yaml_of_64_levels_is_read() -> None:
    assert str(parse_yaml("[" * 64 + "]" * 64)) == "[" * 64 + "]" * 64
    assert yaml_error("[" * 65 + "]" * 65).message == "the document is nested more than 64 levels deep"
    assert yaml_error("- " * 65 + "a").column == 129


@pytest.mark.parametrize("text", ['"\\UFFFFFFFF"', '"\\U00110000"', f"%YAML {'9' * 5000}.1\n---\n"])
@pytest.mark.parametrize("loader", LOADERS)
def test_numbers_beyond_their_range_are_no_yaml(text: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> None:
    with pytest.raises(DocumentError, match="this is not YAML"):
        yaml_document.parse(text, loader)


def test_lone_surrogates_in_yaml_text_become_a_mark_of_their_own() -> None:
    assert parse_yaml("a: \udc80b") == {"a": "\ufffdb"}


YAML_PIECES = st.lists(
    st.sampled_from(
        [
            *"abn-:?,[]{}#&*!|>'\"%@`~ \n\t0\\",
            "- ",
            ": ",
            "? ",
            "  ",
            "\n  ",
            "no",
            "1",
            "...",
            "---",
            "\x85",
            "é",
            "料",
        ]
    ),
    max_size=25,
).map("".join)


def outcome(text: str, loader: type[yaml.SafeLoader | yaml.CSafeLoader]) -> tuple[str, object]:
    try:
        return "read", yaml_document.parse(text, loader)
    except DocumentError:
        return "refused", None


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml")
@given(YAML_PIECES)
def test_both_parsers_of_yaml_read_the_same(text: str) -> None:
    (ours, value), (theirs, other) = outcome(text, yaml.SafeLoader), outcome(text, yaml.CSafeLoader)
    # libyaml is more lenient with tabs and comments; what both read, both read alike.
    assert ours != theirs or value == other


@given(DATA)
def test_json_is_yaml(data: object) -> None:
    text = json.dumps(data, ensure_ascii=False)
    if not re.search("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]", text):
        assert parse_yaml(text) == data


# --- either -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "name", "value"),
    [
        (b'{"a": 1}', "request.json", {"a": 1}),
        (b'{"a": 1}', "request.yaml", {"a": 1}),
        (b'{"a":1}', "request.yaml", {"a": 1}),
        (b"{a: no}", "request.YML", {"a": "no"}),
        (b"[1]", "request.JSON", [1]),
        (b'\xef\xbb\xbf \n {"a": 1}', "-", {"a": 1}),
        (b"a: no", "-", {"a": "no"}),
        (b"- 1", "request", [1]),
        (b"", "-", None),
    ],
)
def test_the_name_or_the_first_character_tells_the_format(data: bytes, name: str, value: object) -> None:
    assert parse_document(data, name) == value


@pytest.mark.parametrize(("data", "name"), [(b"a: 1", "x.json"), (b"{a: 1}", "-")])
def test_a_document_is_read_in_one_format_alone(data: bytes, name: str) -> None:
    with pytest.raises(DocumentError, match="this is not JSON"):
        parse_document(data, name)
