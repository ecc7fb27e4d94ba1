"""The letters that scripts make, with every placeholder at its longest, and the way back to the strings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime

from kotowari.checks.spoken import Speech
from kotowari.diagnostics.source import Source
from kotowari.diagnostics.span import Span
from kotowari.model import calendar
from kotowari.model.model import Fact, Model, PartName
from kotowari.model.template import ASKED, BECAUSE, BY, TEAM, Placeholder, Template
from kotowari.model.types import Kind
from kotowari.model.wording import between, say_list
from kotowari.model.zone_names import say_deadline
from kotowari.record import record
from kotowari.review.draft import PartOf
from kotowari.review.expected import reason_names

# The parts of the second paragraph and of the third: the answer, and what comes next.
_ANSWER = (PartName.CUSHION, PartName.ANSWER, PartName.REASON, PartName.INSTEAD)
_NEXT = (PartName.NEXT, PartName.CLOSE)
# A moment that is long to write, for `{by}`.
_LATE = datetime(2026, 12, 23, 23, 59, tzinfo=UTC)
# What stands for a value that can be anything; plain words, in which no check finds anything.
_ANY_TEXT = {"en": "Alexandria Montgomery", "ja": "長谷川智恵子"}
_ANY_AMOUNT = {"en": "123,456.78", "ja": "123,456"}


@record
class Letter:
    """A text, its parts, and the string that each stretch of it comes from, by where it begins."""

    source: Source
    language: str
    parts: tuple[PartOf, ...]
    begins: tuple[int, ...]
    spans: tuple[Span, ...]

    def place(self, offset: int) -> Span:
        """The string behind the character at `offset`."""
        return self.spans[max(0, bisect_right(self.begins, offset) - 1)]


def letter(model: Model, speech: Speech, parts: Mapping[PartName, Template], language: str) -> Letter:
    """The letter of an outcome in a language, its parts in the order of a reply, each a paragraph."""
    text = ""
    found: list[PartOf] = []
    begins, spans = [0], [speech.span]
    for part in PartName:
        template = parts.get(part)
        if template is None:
            continue
        pieces = list(_pieces(model, template, speech, language))
        if found:
            before, said = found[-1], "".join(said for said, _ in pieces)
            same = _paragraph(before.part) == _paragraph(part)
            text += between(text[before.start :], said, language) if same else "\n\n"
        start = len(text)
        for said, span in pieces:
            begins.append(len(text))
            spans.append(span)
            text += said
        found.append(PartOf(start, len(text), part))
    return Letter(Source("reply", text), language, tuple(found), tuple(begins), tuple(spans))


def _paragraph(part: PartName) -> int:
    """The paragraph of a reply in which a part stands: the greeting, the answer, what comes next."""
    return 1 if part in _ANSWER else 2 if part in _NEXT else 0


def _pieces(model: Model, template: Template, speech: Speech, language: str) -> Iterator[tuple[str, Span]]:
    """What the template says, piece by piece, with where it is written: values speak for themselves."""
    for piece in template.pieces:
        if isinstance(piece, Placeholder) and piece.name == BECAUSE:
            values = [model.principles[name] for name in reason_names(model, speech.outcome)]
            texts = [(text, value.span) for value in values if (text := value.texts.get(language))]
            for (before, _), (text, span) in zip((("", None), *texts), texts, strict=False):
                yield (between(before, text, language) if before else "") + text, span
        if not isinstance(piece, Placeholder) or piece.name != BECAUSE:
            yield _said(model, piece, speech, language), template.span


def lone_letters(model: Model, language: str, seen: Collection[Template]) -> Iterator[Letter]:
    """The parts that stand in no sure letter, each alone: those of usual scripts with a condition."""
    outcome = Speech("", model.otherwise, None)
    scripts = (*model.scripts.values(), *(script.parts for script in model.usual_scripts))
    for parts in scripts:
        for part, template in parts.get(language, {}).items():
            if template is not None and template not in seen:
                yield letter(model, outcome, {part: template}, language)


def _said(model: Model, piece: str | Placeholder, speech: Speech, language: str) -> str:
    """What a piece of a template says at its longest."""
    if isinstance(piece, str):
        return piece
    special = _special(model, piece.name, speech, language)
    if special:  # which is known wherever the outcome speaks, so that the words for when it is not are never said
        return special
    fact = model.facts.get(piece.name)
    said = _fact(fact, language) if fact else ""
    return max(said, piece.fallback or "", key=len)


def _special(model: Model, name: str, speech: Speech, language: str) -> str | None:
    match name:
        case _ if name == BECAUSE:
            return ""
        case _ if name == ASKED:
            about = speech.rule.about if speech.rule else ()
            called = [model.topics[topic].texts.get(language, topic) for topic in about if topic in model.topics]
            return say_list(called, language) if called else ""
        case _ if name == TEAM:
            team = model.teams.get(speech.outcome.team or "")
            return team.texts.get(language, team.name) if team else ""
        case _ if name == BY:
            zone = calendar.zone(model.zone)
            return say_deadline(_LATE, language, zone) if zone else ""
        case _:
            return None


def _fact(fact: Fact, language: str) -> str:
    """The longest that a fact's value can be in words; for what can be anything, something of usual length."""
    if fact.type.choices:
        called = (fact.calls.get(choice, {}).get(language, choice) for choice in fact.type.choices)
        return max(called, key=len)
    words = _ANY_TEXT if fact.type.kind is Kind.TEXT else _ANY_AMOUNT
    return words.get(language, words["en"])
