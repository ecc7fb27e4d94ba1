"""Files that are plainly no text, told by how they begin."""

from __future__ import annotations

import codecs

from kotowari.diagnostics.said import say
from kotowari_cli.failures import Failure

# So much is looked at.
HEAD = 8192
_EXPORT = say("export what it holds as text in UTF-8")
_SAVE = say("save it as UTF-8")
_BEGINNINGS = {
    b"PK\x03\x04": (say("a ZIP archive, as Excel workbooks are, not text"), _EXPORT),
    b"\xd0\xcf\x11\xe0": (say("an Office document, not text"), _EXPORT),
    b"%PDF-": (say("a PDF, not text"), say("put its words into a text file")),
    b"\x1f\x8b": (say("compressed with gzip"), say("unpack it first")),
    b"\xff\xfe": (say("UTF-16"), _SAVE),
    b"\xfe\xff": (say("UTF-16"), _SAVE),
}
_BINARY = (say("binary data, not text"), say("give a text in UTF-8"))


def check_text(head: bytes, shown: str, wanted: str = "") -> None:
    """Raises Failure where a file that begins so is no text; `wanted` says what it should hold instead."""
    begins = next((told for start, told in _BEGINNINGS.items() if head.startswith(start)), None)
    told = begins or (_BINARY if _is_binary(head[:HEAD]) else None)
    if told is not None:
        what, advice = told
        both = say("{advice}; {wanted}", advice=advice, wanted=wanted) if wanted else advice
        raise Failure(say("{file} is {what}", file=shown, what=what), both)


def _is_binary(head: bytes) -> bool:
    """Whether there are zeros in what is no UTF-8 either. What begins as JSON is left to the reader of JSON."""
    if b"\0" not in head or head.lstrip().startswith(b"{"):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # which waits for the rest of a character that is cut
    except UnicodeDecodeError:
        return True
    return False
