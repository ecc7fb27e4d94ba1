"""Topics whose words changed, with a text of those words that one policy takes otherwise than the other."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.api import Policy
from kotowari.cases.finding.spelled import texts_of
from kotowari.engine.situation import Mention, mentions_of
from kotowari.model.model import Topic
from kotowari.record import record
from kotowari.text.patterns.pattern import Expression, Pattern, compile_pattern


@record
class TextChange:
    """A topic that is recognised by other words. `text` is None where none was found that shows it."""

    topic: str
    text: str | None
    before: Mention = Mention.NO
    after: Mention = Mention.NO


def text_changes(old: Policy, new: Policy) -> tuple[TextChange, ...]:
    """For each topic of both policies whose words changed a text that it is lost to, and one that it gains."""
    shared = sorted(old.model.topics.keys() & new.model.topics.keys())
    return tuple(found for name in shared for found in _changes(old, new, name))


def _changes(old: Policy, new: Policy, name: str) -> Iterator[TextChange]:
    before, after = old.model.topics[name], new.model.topics[name]
    changed = sorted(_patterns(before) ^ _patterns(after), key=str)
    found: dict[bool, TextChange] = {}
    for text in (text for pattern in changed for text in _texts(pattern)):
        had, has = _mention(old, text, name), _mention(new, text, name)
        if had is not has:
            found.setdefault(has is Mention.NO, TextChange(name, text, had, has))
        if len(found) == 2:
            break
    if changed and not found:
        yield TextChange(name, None)
    yield from (found[lost] for lost in sorted(found, reverse=True))


def _patterns(topic: Topic) -> set[Pattern]:
    return {words.pattern for words in topic.words} | set(topic.excluded)


def _texts(pattern: Pattern) -> Iterator[str]:
    """Texts of a pattern's own words; a regular expression may be met by its own letters, and often is not."""
    if isinstance(compile_pattern(pattern), Expression):
        yield pattern.text.removeprefix("/").removesuffix("/")
    yield from texts_of(pattern)


def _mention(policy: Policy, text: str, topic: str) -> Mention:
    return mentions_of(policy.topics(text)).get(topic, Mention.NO)
