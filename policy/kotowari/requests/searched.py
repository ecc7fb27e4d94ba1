"""The texts of a request, searched for topics when something asks for them, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kotowari.engine.situation import Mention, mentions_of
from kotowari.model.model import REQUEST_TEXT
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.topics import Match, TopicFinder


class Views:
    """The texts folded, by the facts that they are values of; some may be `known` already."""

    def __init__(self, texts: Mapping[str, str], known: Mapping[str, View]) -> None:
        self.texts = texts
        self._views = dict(known)

    def get(self, name: str) -> View | None:
        """A text folded; None where there is none."""
        if name not in self._views and name in self.texts:
            self._views[name] = View(fold(self.texts[name]))
        return self._views.get(name)


class Matches(Mapping[str, tuple[Match, ...]]):
    """The places of topics in each text."""

    def __init__(self, finder: TopicFinder, views: Views) -> None:
        self._finder = finder
        self._views = views
        self._found: dict[str, tuple[Match, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Match, ...]:
        found = self._found.get(name)
        if found is None:
            view = self._views.get(name)
            if view is None:
                raise KeyError(name)
            found = self._found[name] = self._finder.find_in(view)
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._views.texts

    def __iter__(self) -> Iterator[str]:
        return iter(self._views.texts)

    def __len__(self) -> int:
        return len(self._views.texts)


class Mentions(Mapping[str, Mapping[str, Mention]]):
    """What each text has to do with the topics. What the caller states of the request wins over its text."""

    def __init__(self, matches: Matches, stated: Mapping[str, Mention]) -> None:
        self._matches = matches
        self._stated = stated
        self._found: dict[str, Mapping[str, Mention]] = {}

    def __getitem__(self, name: str) -> Mapping[str, Mention]:
        found = self._found.get(name)
        if found is None:
            if name not in self:
                raise KeyError(name)
            topics = mentions_of(self._matches.get(name, ()))
            topics.update(self._stated if name == REQUEST_TEXT else ())
            found = self._found[name] = topics
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._matches or (name == REQUEST_TEXT and bool(self._stated))

    def __iter__(self) -> Iterator[str]:
        yield from self._matches
        if self._stated and REQUEST_TEXT not in self._matches:
            yield REQUEST_TEXT

    def __len__(self) -> int:
        return sum(1 for _ in self)
