"""Policies that come from the user's cache folder where they were compiled before."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from kotowari.api import Policy, compile_policy, load
from kotowari.cached import cached_property
from kotowari.caching.guarded import read_guarded, write_guarded
from kotowari.caching.key import key_of
from kotowari.caching.place import cache_folder
from kotowari.caching.programs import StoredProgram, stored_program
from kotowari.caching.sealed import seal, unseal
from kotowari.caching.shelf import shelve
from kotowari.caching.topics import StoredTopic, StoredTopics, stored_glance, stored_topics
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.engine.program import Program
from kotowari.model.model import Model
from kotowari.record import record
from kotowari.requests.admit import Finders
from kotowari.requests.reading import value_finder
from kotowari.rule_files import read_folder, read_source

if TYPE_CHECKING:
    from kotowari.text.glance import Glance

# Says that nothing is to be kept, or read, where it is `off`.
VARIABLE = "KOTOWARI_CACHE"
# Nobody works on more policies at a time; the oldest go first.
MOST_KEPT = 64
# A decision looks into few topics, and each has many patterns.
_TOPICS = 4


@record
class _Stored:
    """What is kept of a policy; the texts of its files are read anyway."""

    model: Model
    diagnostics: tuple[Diagnostic, ...]
    topics: Mapping[str, StoredTopic]
    program: StoredProgram


@record
class _CachedPolicy(Policy):
    """A policy that was compiled before; what is stored counts as long as nobody puts another model into it."""

    stored: _Stored = field(kw_only=True)

    @cached_property
    def program(self) -> Program:
        return self.stored.program.of(self.model) if self._is_as_stored else self._unstored.program

    @cached_property
    def _finders(self) -> Finders:
        if self._is_as_stored:
            return Finders(StoredTopics(self.stored.topics), value_finder(self.model))
        return self._unstored._finders  # noqa: SLF001 - another one of this class

    @cached_property
    def _glance(self) -> Glance:
        if self._is_as_stored:
            return stored_glance(self.stored.topics)
        return self._unstored._glance  # noqa: SLF001 - the same

    @property
    def _is_as_stored(self) -> bool:
        return self.model is self.stored.model

    @cached_property
    def _unstored(self) -> Policy:
        return Policy(self.model, self.diagnostics, self.sources)


class _Sources(Mapping[str, Source]):
    """The texts of files that are known to be good, each decoded when it is first asked for."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._files = dict(sorted(files.items()))
        self._read: dict[str, Source] = {}

    def __getitem__(self, name: str) -> Source:
        found = self._read.get(name)
        if found is None:
            found = self._read[name] = read_source(name, self._files[name])[0]
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def load_cached(path: str | os.PathLike[str]) -> Policy:
    """The policy of a folder as `kotowari.load` gives it, from the cache where the same files were compiled before.

    What is not in the cache is compiled and put there. Whatever is wrong with the cache, the policy is that of the
    files. Raises PolicyError as `load` does.
    """
    folder = _folder()
    if folder is None:
        return load(path)
    files, unread = read_folder(path)
    if unread or not files:
        return load(path)
    try:
        key = key_of(files)
    except OSError:
        return load(path)
    name = f"{crc32(key):08x}.policy"  # where two keys have one name, the last of them is kept
    stored = _read(folder, name, key)
    if stored is None:
        policy = compile_policy(files)
        if write_guarded(folder, name, seal(_to_store(policy), key)):
            _forget_oldest(folder)
        return policy
    return _CachedPolicy(stored.model, stored.diagnostics, _Sources(files), stored=stored)


def _folder() -> Path | None:
    if os.environ.get(VARIABLE, "").casefold() in {"off", "no", "0"}:
        return None
    try:
        return cache_folder() / "policies"
    except RuntimeError:  # nobody knows where the home folder is
        return None


def _read(folder: Path, name: str, key: bytes) -> _Stored | None:
    sealed = read_guarded(folder, name)
    if sealed is None:
        return None
    try:
        found = unseal(sealed, key)
    except ValueError:
        return None
    return found if isinstance(found, _Stored) else None


def _to_store(policy: Policy) -> _Stored:
    model = replace(policy.model, rules=shelve(policy.model.rules), topics=shelve(policy.model.topics, _TOPICS))
    topics = stored_topics(policy.topic_words())
    return _Stored(model, policy.diagnostics, topics, stored_program(policy.program))


def _forget_oldest(folder: Path) -> None:
    """Keep the newest; others may clear up at the same time, and what is no file of ours stays."""
    ages: list[tuple[int, Path]] = []
    for path in folder.glob("*.policy"):
        with suppress(OSError):
            ages.append((path.lstat().st_mtime_ns, path))
    for _, path in sorted(ages)[:-MOST_KEPT]:
        with suppress(OSError):
            path.unlink()
