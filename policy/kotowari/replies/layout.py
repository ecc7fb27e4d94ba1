"""A reply as data, and its parts set as one text."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from kotowari.model.model import PartName
from kotowari.model.wording import between
from kotowari.record import record


@record
class ReplyPart:
    """One part of a reply as spoken; `about` are the topics of the demand that it answers."""

    part: PartName
    text: str
    about: tuple[str, ...]


@record
class Reply:
    """A reply in one language: its parts in order, and the whole text."""

    language: str
    parts: tuple[ReplyPart, ...]
    text: str


def set_reply(paragraphs: Sequence[Sequence[ReplyPart]], language: str) -> Reply:
    """The reply of these paragraphs; those without a part are left out."""
    texts = [joined([part.text for part in parts], language) for parts in paragraphs if parts]
    return Reply(language, tuple(part for parts in paragraphs for part in parts), "\n\n".join(texts))


def joined(texts: Sequence[str], language: str) -> str:
    """Sentences one after the other; a text of several lines, such as a list, keeps its lines to itself."""
    found = texts[0] if texts else ""
    for before, text in pairwise(texts):
        found += between(before, text, language) + text
    return found
