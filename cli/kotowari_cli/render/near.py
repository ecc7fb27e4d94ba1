"""Why a text is not about a topic: the patterns that nearly match, each with its place and what to do."""

from __future__ import annotations

from rich.text import Text

from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.excerpt import excerpt
from kotowari.text.near.found import Near
from kotowari.text.near.misses import LONGEST
from kotowari_cli.names import Names
from kotowari_cli.render.mentions import quoted, title
from kotowari_cli.render.view import Lines, brief, hanging
from kotowari_cli.strings_topics import TopicWords, topic_words
from kotowari_cli.traced import Traced

_INDENT = "    "


def near_lines(names: Names, traced: Traced, topic: str, width: int) -> Lines:
    """That the topic was not found, and its near misses, the nearest first."""
    words = topic_words(names.words.language)
    lines = hanging(f"{title(names, topic)}{names.words.colon}{words.not_found}", width, indent="", style="bold")
    found = traced.near(topic)
    for near in found:
        lines += _near(names, words, traced.text, near, width)
    if not found:
        lines += hanging(words.nothing_near, width)
    if len(traced.text) > LONGEST:
        lines += hanging(words.only_first.format(count=f"{LONGEST:,}"), width)
    return lines


def _near(names: Names, words: TopicWords, text: str, near: Near, width: int) -> Lines:
    """The pattern, the place in the text underlined, what is missing and what to do."""
    head = f"{quoted(names, near.stated.pattern)}  {printable(near.stated.source)}"
    lines = hanging(head, width)
    part = excerpt(text.replace("\n", " "), near.start, near.end, width - len(_INDENT))
    lines.append(Text(f"{_INDENT}{part.text}"))
    lines += _underlined(part.indent, part.length, _what(names, words, near), width)
    return [*lines, *hanging(_advice(names, words, near), width, indent=_INDENT)]


def _underlined(indent: int, length: int, told: str, width: int) -> Lines:
    """The underline with what is told beside it where there is room, else below."""
    mark = f"{_INDENT}{' ' * indent}{'^' * length}"
    if columns(told) < width - len(mark):
        return [Text(f"{mark} {told}")]
    return [Text(mark), *hanging(told, width, indent=_INDENT)]


def _what(names: Names, words: TopicWords, near: Near) -> str:
    there = words.comma.join(names.words.quoted.format(brief(piece)) for piece in near.there)
    what = words.why[near.why].format(
        piece=brief(near.piece),
        there=there,
        read=brief("｜".join(near.read)),
        by=quoted(names, near.by.pattern) if near.by else "",
        by_source=printable(near.by.source) if near.by else "",
    )
    other = near.there and "{there}" not in words.why[near.why] and near.piece
    return what + (words.also_there.format(there=there) if other else "")


def _advice(names: Names, words: TopicWords, near: Near) -> str:
    advice = words.what_to_do[near.why]
    if near.instead is None:
        return words.no_pattern.get(near.why, words.without_pattern) if "{instead}" in advice else advice
    return advice.format(instead=quoted(names, near.instead))
