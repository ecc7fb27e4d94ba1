"""What is advised for bytes that are no UTF-8."""

from __future__ import annotations

import pytest

from kotowari.diagnostics.encodings import save_as_utf_8

SHIFT_JIS = "it looks like Shift_JIS: save it as UTF-8"


@pytest.mark.parametrize("text", ["予約のキャンセル", "text,患者の年齢\n予約,20\n", "あ" * 100_001])
def test_shift_jis_is_named(text: str) -> None:
    assert save_as_utf_8(text.encode("cp932")) == SHIFT_JIS


@pytest.mark.parametrize("data", [b"caf\xe9 cr\xe8me", b"\xff\xfe", b"\x93", "予約のキャンセル".encode("euc-jp")])
def test_other_bytes_are_told_nothing_uncertain(data: bytes) -> None:
    assert save_as_utf_8(data) == "save it as UTF-8"
