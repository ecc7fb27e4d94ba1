"""Markdown as text: paragraphs in lines that fit, code as it is."""

from __future__ import annotations

import re
from typing import Final

from kotowari.diagnostics.wrap import wrap

_CODE: Final = re.compile(r"^(?P<fence>```+)(?P<language>\w*).*\n(?P<lines>(?:.*\n)*?)(?P=fence)[ ]*$", re.MULTILINE)
_PARAGRAPH: Final = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_ITEM: Final = re.compile(r"^(?=[-*] |[0-9]+\. )", re.MULTILINE)
# Lines of headings, tables and quotations stay as they are.
_OF_ITS_OWN: Final = frozenset("#|>")


def fitted(text: str, width: int, *, japanese: bool) -> str:
    """The Markdown with its paragraphs in lines of at most `width` columns.

    Code keeps its lines, and of what stands behind its fence the name of its language.
    """
    pieces, place = list[str](), 0
    for code in _CODE.finditer(text):
        pieces.append(_prose(text[place : code.start()], width, japanese=japanese))
        pieces.append(f"{code['fence']}{code['language']}\n{code['lines']}{code['fence']}")
        place = code.end()
    return "".join([*pieces, _prose(text[place:], width, japanese=japanese)])


def _prose(text: str, width: int, *, japanese: bool) -> str:
    return _PARAGRAPH.sub(lambda found: _paragraph(found[0], width, japanese=japanese), text)


def _paragraph(text: str, width: int, *, japanese: bool) -> str:
    if text[0] in _OF_ITS_OWN:
        return text
    items = (" ".join(item.split()) for item in _ITEM.split(text) if item)
    return "\n".join(line for item in items for line in _lines(item, width, japanese=japanese))


def _lines(item: str, width: int, *, japanese: bool) -> list[str]:
    first, *more = wrap(item, width - 2, first=width, japanese=japanese)
    hanging = "  " if _ITEM.match(item) else ""
    return [first, *(f"{hanging}{line}" for line in more)]
