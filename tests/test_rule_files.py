from __future__ import annotations

import os
from pathlib import Path

import pytest

from kotowari.loader import compile_folder
from kotowari.rule_files import MOST_BYTES, decode_files, is_policy, read_folder, rule_files

FRAME = """
policy p en "P"
  languages en
  zone "UTC"
  otherwise accept because care
  unanswered accept because care
value care
  en "We care."
usual script
  en answer "Done."
fact customer.plan is one of free, pro
"""
CSV = "customer.plan,outcome\nfree,accept because care\npro,accept because care\n"


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def codes(folder: Path) -> list[str]:
    return [fault.code for fault in compile_folder(folder, lint=False).diagnostics]


def test_every_rule_file_in_the_folder_and_below_belongs_to_it(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.rules": FRAME,
            "sub/b.rules": "",
            "sub/.hidden.rules": "",
            ".git/c.rules": "",
            "other/policy.rules": FRAME,
            "other/below/d.rules": "",
            "notes.txt": "",
            "loose.csv": CSV,
        },
    )
    (tmp_path / "link.rules").symlink_to(tmp_path / "a.rules")
    (tmp_path / "linked").symlink_to(tmp_path / "sub")
    files, unread = read_folder(tmp_path)
    assert (sorted(files), unread) == (["a.rules", "sub/b.rules"], ())
    nested, _ = rule_files(tmp_path, nested=True)
    assert [path.relative_to(tmp_path).as_posix() for path in nested] == [
        "a.rules", "other/below/d.rules", "other/policy.rules", "sub/b.rules",
    ]  # fmt: skip


@pytest.mark.parametrize("content", ["policy p en", "\ufeffpolicy p", "# note\n\n  policy p"])
def test_a_folder_is_a_policy_where_a_file_of_its_own_declares_one(tmp_path: Path, content: str) -> None:
    write(tmp_path, {"sub/a.rules": content})
    assert not is_policy(tmp_path)
    assert is_policy(tmp_path / "sub")


def test_line_breaks_and_byte_order_marks_mean_nothing() -> None:
    sources, faults = decode_files({"a.rules": b"\xef\xbb\xbfa\r\nb\rc\n"})
    assert (sources["a.rules"].text, faults) == ("a\nb\nc\n", ())


def test_what_cannot_be_decoded_is_told_and_empty() -> None:
    sources, faults = decode_files({"a.rules": b"ab\xff", "b.rules": b" " * (MOST_BYTES + 1), "c.rules": b"c"})
    assert [(fault.code, fault.span.source) for fault in faults] == [("not-utf-8", "a.rules"), ("too-large", "b.rules")]
    assert {name: source.text[:2] for name, source in sources.items()} == {
        "a.rules": "ab",
        "b.rules": "",
        "c.rules": "c",
    }


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_file_without_rights_is_told(tmp_path: Path) -> None:
    write(tmp_path, {"a.rules": FRAME})
    (tmp_path / "a.rules").chmod(0)
    assert codes(tmp_path) == ["unreadable"]


# --- rows in files of their own ---------------------------------------------------------------------------------------


def test_a_table_takes_its_rows_from_beside_its_rule_file(tmp_path: Path) -> None:
    write(
        tmp_path,
        {"p.rules": FRAME, "money/t.rules": 'table t from "sheets/t.csv"\n  one row\n', "money/sheets/t.csv": CSV},
    )
    compiled = compile_folder(tmp_path, lint=False)
    assert compiled.diagnostics == ()
    assert compiled.model is not None
    assert compiled.model.tables["t"].rows == ("t/1", "t/2")
    span = compiled.model.rules["t/2"].span
    assert (span.source, compiled.sources[span.source].place(span.start)) == ("money/sheets/t.csv", (3, 1))


def test_a_path_may_go_up_but_not_out(tmp_path: Path) -> None:
    write(tmp_path, {"policy/p.rules": FRAME, "policy/a/t.rules": 'table t from "../b/t.csv"\n  one row\n',
                     "policy/b/t.csv": CSV, "secret.csv": CSV})  # fmt: skip
    assert codes(tmp_path / "policy") == []
    write(tmp_path, {"policy/a/t.rules": 'table t from "../../secret.csv"\n  one row\n'})
    assert codes(tmp_path / "policy") == ["missing-file"]


@pytest.mark.parametrize("link", ["t.csv", "sheets"])
def test_links_are_not_followed(tmp_path: Path, link: str) -> None:
    write(tmp_path, {"policy/p.rules": FRAME + 'table t from "sheets/t.csv"\n  one row\n', "out/t.csv": CSV})
    if link == "sheets":
        (tmp_path / "policy" / "sheets").symlink_to(tmp_path / "out")
    else:
        (tmp_path / "policy" / "sheets").mkdir()
        (tmp_path / "policy" / "sheets" / "t.csv").symlink_to(tmp_path / "out" / "t.csv")
    assert codes(tmp_path / "policy") == ["missing-file"]


def test_a_spreadsheet_in_another_encoding_is_told_once(tmp_path: Path) -> None:
    write(tmp_path, {"p.rules": FRAME + 'table t from "t.csv"\n  one row\n'})
    (tmp_path / "t.csv").write_bytes("customer.plan,outcome\n無料,accept because care\n".encode("cp932"))
    assert codes(tmp_path) == ["not-utf-8"]


def test_the_rows_count_for_the_digest(tmp_path: Path) -> None:
    write(tmp_path, {"p.rules": FRAME + 'table t from "t.csv"\n  every row\n', "t.csv": CSV})
    before = compile_folder(tmp_path, lint=False).model
    write(tmp_path, {"t.csv": CSV.replace("pro,", "not free,")})
    after = compile_folder(tmp_path, lint=False).model
    assert before is not None
    assert after is not None
    assert before.digest != after.digest


def test_files_that_were_meant_as_rule_files_are_told(tmp_path: Path) -> None:
    rule = "rule more\n  accept because care\n"
    write(
        tmp_path,
        {
            "policy.rules": FRAME,
            "方針.rule": rule,
            "more/policy.rules.txt": "",
            "rules.txt": rule,
            "rules": rule,
            "README.md": rule,
            "notes.txt": "rules of the house are kept elsewhere",
            ".hidden.rule": rule,
        },
    )
    compiled = compile_folder(tmp_path, lint=False)
    told = [fault.span.source for fault in compiled.diagnostics if fault.code == "wrong-ending"]
    assert sorted(told) == ["more/policy.rules.txt", "rules", "rules.txt", "方針.rule"]
    assert compiled.model is not None
    assert "more" not in compiled.model.rules


def test_a_wrong_ending_hides_no_error(tmp_path: Path) -> None:
    write(tmp_path, {"policy.rules": FRAME + "rule more\n  accept because speed\n", "values.rule": ""})
    assert codes(tmp_path) == ["unknown-value", "wrong-ending"]


def test_a_folder_with_wrong_endings_alone_holds_no_policy(tmp_path: Path) -> None:
    write(tmp_path, {"policy.rule": FRAME})
    assert codes(tmp_path) == ["no-policy", "wrong-ending"]
