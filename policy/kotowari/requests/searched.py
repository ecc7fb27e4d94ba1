"""The texts of a request, searched for topics when something asks for them, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kotowari.cached import cached_property
from kotowari.engine.situation import Mention
from kotowari.model.model import REQUEST_TEXT
from kotowari.text.topics import Match, SearchedText, TopicPlaces, TopicSearch, is_unwanted, searched_text


class Texts:
    """The texts, by the facts that they are values of, made ready to be searched; some may be `known` already."""

    def __init__(self, written: Mapping[str, str], known: Mapping[str, SearchedText]) -> None:
        self.written = written
        self._searched = dict(known)

    def get(self, name: str) -> SearchedText | None:
        """A text; None where there is none."""
        if name not in self._searched and name in self.written:
            self._searched[name] = searched_text(self.written[name])
        return self._searched.get(name)


class Matches(Mapping[str, tuple[Match, ...]]):
    """The places of topics in each text."""

    def __init__(self, finder: TopicSearch, texts: Texts) -> None:
        self._finder = finder
        self._texts = texts
        self._found: dict[str, tuple[Match, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Match, ...]:
        found = self._found.get(name)
        if found is None:
            text = self._texts.get(name)
            if text is None:
                raise KeyError(name)
            found = self._found[name] = self._finder.find_in(text)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._texts.written

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts.written)

    def __len__(self) -> int:
        return len(self._texts.written)


class TextMentions(Mapping[str, Mention]):
    """What one text has to do with the topics that may be in it; each is looked for when it is asked for."""

    def __init__(self, found: TopicPlaces | None, text: SearchedText | None, stated: Mapping[str, Mention]) -> None:
        """What is `stated` wins over what is found; without a text that is all there is."""
        self._found = found
        self._text = text
        self._known = dict(stated)

    def __getitem__(self, topic: str) -> Mention:
        known = self._known.get(topic)
        if known is None:
            if topic not in self._possible:
                raise KeyError(topic)
            known = self._known[topic] = self._look(topic)
        return known

    def __contains__(self, topic: object) -> bool:
        return topic in self._possible

    def __iter__(self) -> Iterator[str]:
        return iter(self._possible)

    def __len__(self) -> int:
        return len(self._possible)

    @cached_property
    def _possible(self) -> Mapping[str, None]:
        found = () if self._found is None else self._found.names()
        return dict.fromkeys((*self._known, *found))

    def _look(self, topic: str) -> Mention:
        assert self._found is not None
        assert self._text is not None
        there = Mention.NO
        for hit in self._found.of(topic):
            if not is_unwanted(self._text, hit):
                return Mention.ASKS
            there = Mention.MENTIONS
        return there


class Mentions(Mapping[str, Mapping[str, Mention]]):
    """What each text has to do with the topics. What the caller states of the request wins over its text."""

    def __init__(self, finder: TopicSearch, texts: Texts, stated: Mapping[str, Mention]) -> None:
        self._finder = finder
        self._texts = texts
        self._stated = stated
        self._found: dict[str, Mapping[str, Mention]] = {}

    def __getitem__(self, name: str) -> Mapping[str, Mention]:
        found = self._found.get(name)
        if found is None:
            if name not in self:
                raise KeyError(name)
            text = self._texts.get(name)
            places = None if text is None else self._finder.found_in(text)
            found = self._found[name] = TextMentions(places, text, self._stated if name == REQUEST_TEXT else {})
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._texts.written or (name == REQUEST_TEXT and bool(self._stated))

    def __iter__(self) -> Iterator[str]:
        yield from self._texts.written
        if self._stated and REQUEST_TEXT not in self._texts.written:
            yield REQUEST_TEXT

    def __len__(self) -> int:
        return sum(1 for _ in self)
