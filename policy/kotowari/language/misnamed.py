"""Rule files whose names keep them from being read: 方針.rule, policy.rules.txt, or rules.txt with declarations."""

from __future__ import annotations

import re
import unicodedata
from posixpath import splitext
from typing import Final

from kotowari.diagnostics.source import Source
from kotowari.diagnostics.suggest import edits
from kotowari.language.parse import parse
from kotowari.language.words import DECLARATIONS

_SUFFIX: Final = ".rules"
# Editors give these to whatever is written in them.
_OF_TEXTS: Final = frozenset({"", ".txt", ".text"})
# Full stops as they are typed in Japanese.
_DOTS: Final = str.maketrans("．。", "..")
_BEGINNING: Final = re.compile(rf"(?:\s*(?:#[^\n]*)?\n)*(?:{'|'.join(DECLARATIONS)})\s")


def name_meant(name: str) -> str | None:
    """The name with the ending of rule files that was meant; None where the ending is another one."""
    stem, ending = splitext(name.translate(_DOTS))
    if ending.casefold() in _OF_TEXTS:
        stem, ending = splitext(stem)
    ending = unicodedata.normalize("NFKC", ending).casefold()
    is_slip = ending[1:].isalpha() and edits(ending, _SUFFIX, 1) is not None
    return f"{stem}{_SUFFIX}" if is_slip else None


def is_text(name: str) -> bool:
    """Whether a file of this name may hold text of any kind."""
    return splitext(name)[1].casefold() in _OF_TEXTS


def declares(text: str) -> bool:
    """Whether a text is mostly declarations, and hence was meant as a rule file."""
    if _BEGINNING.match(text) is None:
        return False
    found = parse(Source("", text))
    return len(found.file.declarations) > len(found.faults)
