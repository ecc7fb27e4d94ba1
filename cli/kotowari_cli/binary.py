"""Files that are plainly no text, told by how they begin."""

from __future__ import annotations

import codecs

from kotowari_cli.failures import Failure

# So much is looked at.
HEAD = 8192
_BEGINNINGS = {
    b"PK\x03\x04": ("a ZIP archive, as Excel workbooks are, not text", "export what it holds as text in UTF-8"),
    b"\xd0\xcf\x11\xe0": ("an Office document, not text", "export what it holds as text in UTF-8"),
    b"%PDF-": ("a PDF, not text", "put its words into a text file"),
    b"\x1f\x8b": ("compressed with gzip", "unpack it first"),
    b"\xff\xfe": ("UTF-16", "save it as UTF-8"),
    b"\xfe\xff": ("UTF-16", "save it as UTF-8"),
}
_BINARY = ("binary data, not text", "give a text in UTF-8")


def check_text(head: bytes, shown: str, wanted: str = "") -> None:
    """Raises Failure where a file that begins so is no text; `wanted` says what it should hold instead."""
    begins = next((told for start, told in _BEGINNINGS.items() if head.startswith(start)), None)
    told = begins or (_BINARY if _is_binary(head[:HEAD]) else None)
    if told is not None:
        what, advice = told
        raise Failure(f"{shown} is {what}", f"{advice}; {wanted}" if wanted else advice)


def _is_binary(head: bytes) -> bool:
    """Whether there are zeros in what is no UTF-8 either. What begins as JSON is left to the reader of JSON."""
    if b"\0" not in head or head.lstrip().startswith(b"{"):
        return False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)  # which waits for the rest of a character that is cut
    except UnicodeDecodeError:
        return True
    return False
