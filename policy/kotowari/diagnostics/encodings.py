"""What to do about bytes that are no UTF-8."""

from __future__ import annotations

import re
from typing import Final

from kotowari.diagnostics.said import Said, say

# So much is looked at; what is Japanese shows it early.
_HEAD: Final = 1 << 16
_KANA: Final = re.compile("[\u3041-\u3096\u30a1-\u30fa]")


def save_as_utf_8(data: bytes) -> Said:
    """The advice, which names the encoding of Japanese Windows where the bytes look like that."""
    text = data[:_HEAD].decode("cp932", "replace")
    if _KANA.search(text) and "\ufffd" not in text[:-1]:
        return say("it looks like Shift_JIS: save it as UTF-8")
    return say("save it as UTF-8")
