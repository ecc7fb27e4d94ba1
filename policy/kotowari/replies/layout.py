"""A reply as data, and its parts set as one text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kotowari.model.model import PartName

# Said once in a reply, before and behind what answers the demands.
BEFORE = (PartName.SORRY, PartName.THANKS)
BEHIND = (PartName.NEXT, PartName.CLOSE)

# Between sentences there is a space, but not in Japanese.
_NO_SPACE = frozenset({"ja"})


@dataclass(frozen=True, slots=True)
class ReplyPart:
    """One part of a reply as spoken; `about` are the topics of the demand that it answers."""

    part: PartName
    text: str
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """A reply in one language: its parts in order, and the whole text."""

    language: str
    parts: tuple[ReplyPart, ...]
    text: str


def set_text(parts: Iterable[ReplyPart], language: str) -> str:
    """The parts as paragraphs: the greeting, each demand, then what happens next and the close."""
    paragraphs: dict[object, list[str]] = {}
    for part in parts:
        place = "before" if part.part in BEFORE else "behind" if part.part in BEHIND else part.about
        paragraphs.setdefault(place, []).append(part.text)
    return "\n\n".join(joined(texts, language) for texts in paragraphs.values())


def joined(texts: Sequence[str], language: str) -> str:
    """Sentences one after the other; a text of several lines, such as a list, keeps its lines to itself."""
    space = "" if language in _NO_SPACE else " "
    found = texts[0] if texts else ""
    for before, text in pairwise(texts):
        found += ("\n" if "\n" in before or "\n" in text else space) + text
    return found
