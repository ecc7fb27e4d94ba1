"""A text with the words marked that mention topics, and the list of these topics with what found them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.text import Text

from kotowari.diagnostics.display import printable
from kotowari.text.authoring.tracing import Part, Removed
from kotowari.text.denial.lines import Line, Speech
from kotowari.text.denial.places import place_of
from kotowari.text.fold import fold
from kotowari.text.patterns.pattern import Pattern
from kotowari.text.topics import Match
from kotowari_cli.names import Names
from kotowari_cli.render.view import Lines, brief, hanging, paragraphs
from kotowari_cli.strings_topics import TopicWords, topic_words
from kotowari_cli.traced import Traced

# A longer text is not shown again, only what it mentions.
_LONGEST = 5_000
_OPEN, _CLOSE = "[", "]"
# How many different words of one topic are explained; nobody reads more.
_MOST = 50


def mention_lines(names: Names, traced: Traced, width: int, wanted: Sequence[str] = ()) -> Lines:
    """The text where it is short, then each topic with its words; of the `wanted` topics alone where there are any."""
    matches = [match for match in traced.matches if not wanted or match.topic in wanted]
    text = traced.text
    lines: Lines = []
    if text.strip() and len(text) <= _LONGEST:
        lines += [*paragraphs(_marked(text, matches), width), Text()]
    mentioned = {match.topic for match in matches}
    told = [name for name in sorted(names.model.topics) if not wanted or (name in wanted and name in mentioned)]
    found = [line for name in told for line in _topic(names, traced, name, matches, width)]
    if not matches and not wanted:
        lines += hanging(names.words.no_topics.format(count=len(names.model.topics)), width, indent="")
        lines += hanging(topic_words(names.words.language).ask_why, width, indent="")
    return [*lines, *found]


def title(names: Names, topic: str) -> str:
    """What a topic is called, and its name; safe to print."""
    called = names.topic(topic)
    return printable(names.words.named.format(called=called, name=topic) if called != topic else topic)


def quoted(names: Names, pattern: Pattern) -> str:
    """A pattern as a policy has it, on one line; safe to print."""
    text = brief(pattern.text)
    if pattern.regex:
        return text if text.startswith("/") else f"/{text}/"
    shown = f"「{text}」" if names.words.language == "ja" else f'"{text}"'
    return f"exactly {shown}" if pattern.exact else shown


def _topic(names: Names, traced: Traced, topic: str, matches: Iterable[Match], width: int) -> Lines:
    """The mentions of one topic, and those that do not count."""
    own = [match for match in matches if match.topic == topic]
    taken_away = traced.removed(topic) if traced.policy.model.topics[topic].excluded else ()
    if not own and not taken_away:
        return []
    words = topic_words(names.words.language)
    lines = hanging(title(names, topic), width, indent="", style="bold")
    counted = Counter((match.text, match.denied, match.source, match.pattern) for match in own)
    for key, group in groupby(own, key=lambda match: (match.text, match.denied, match.source, match.pattern)):
        if counted[key] and len(lines) < _MOST:
            lines += _mention(names, traced, next(group), counted.pop(key), width)
    for one in taken_away[:_MOST]:
        lines += _removed(names, words, one, width)
    return lines


def _mention(names: Names, traced: Traced, match: Match, count: int, width: int) -> Lines:
    """The words of a match, whether they only deny, and by what they were found."""
    words = topic_words(names.words.language)
    said = words.only_denied if match.denied else words.asked
    times = f"  ×{count}" if count > 1 else ""
    lines = hanging(f"{names.words.quoted.format(brief(match.text))}  {said}{times}", width)
    lines += hanging(_found_by(names, words, traced, match), width, indent="    ")
    line = traced.denial(match)
    return [*lines, *(hanging(_decided(names, traced, match, line), width, indent="    ") if line else [])]


def _found_by(names: Names, words: TopicWords, traced: Traced, match: Match) -> str:
    pattern = quoted(names, traced.pattern(match).pattern)
    tellings = ((brief(part.piece), brief(part.text)) for part in traced.parts(match) if _tells(part))
    shown = words.comma.join(words.part.format(piece=piece, text=text) for piece, text in tellings)
    form = words.with_parts if shown else words.found_by
    return form.format(pattern=pattern, parts=shown, source=printable(match.source))


def _tells(part: Part) -> bool:
    """Whether it has to be said what the text has for a part of a pattern: it does not stand there as it is."""
    options = fold(part.piece).text.strip("()").split("|")
    return fold(part.text).text not in options


def _decided(names: Names, traced: Traced, match: Match, line: Line) -> str:
    """The words of the text that decided, and the line of the data by its first example."""
    words = topic_words(names.words.language)
    denies = line.speech is Speech.DENIES
    example = next(iter(line.denied if denies else line.asked), line.pattern)
    form = words.denied_as_in if denies else words.asked_as_in
    said, shown = (names.words.quoted.format(brief(text)) for text in (traced.deciding(match, line), example))
    return form.format(words=said, example=shown, source=place_of(line))


def _removed(names: Names, words: TopicWords, one: Removed, width: int) -> Lines:
    """A match that does not count, and what took it away."""
    lines = hanging(f"{names.words.quoted.format(brief(one.text))}  {words.taken_away}", width)
    found = words.found_by.format(pattern=quoted(names, one.stated.pattern), source=printable(one.stated.source))
    taken = words.removed_by.format(pattern=quoted(names, one.by.pattern), source=printable(one.by.source))
    return [*lines, *hanging(found, width, indent="    "), *hanging(taken, width, indent="    ")]


def _marked(text: str, matches: Iterable[Match]) -> str:
    """The text, safe to print, with brackets round what was found."""
    pieces: list[str] = []
    position = 0
    for start, end in _stretches(matches):
        pieces += [_shown(text[position:start]), _OPEN, _shown(text[start:end]), _CLOSE]
        position = end
    return "".join([*pieces, _shown(text[position:])])


def _shown(text: str) -> str:
    return printable(text, lines=True)


def _stretches(matches: Iterable[Match]) -> Iterator[tuple[int, int]]:
    """The stretches that matches cover, those that overlap as one."""
    start = end = -1
    for match in sorted(matches, key=lambda match: (match.start, match.end)):
        if match.start >= end:
            if end >= 0:
                yield start, end
            start, end = match.start, match.end
        end = max(end, match.end)
    if end >= 0:
        yield start, end
