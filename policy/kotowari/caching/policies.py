"""Policies that come from the user's cache folder where they were compiled before."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from kotowari.api import Policy, compile_policy, load
from kotowari.caching.guarded import read_guarded, write_guarded
from kotowari.caching.key import key_of
from kotowari.caching.place import cache_folder
from kotowari.caching.sealed import seal, unseal
from kotowari.caching.shelf import shelve
from kotowari.caching.topics import StoredTopic, StoredTopics, stored_topics
from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.model.model import Model
from kotowari.requests.admit import Finders
from kotowari.requests.reading import value_finder
from kotowari.rule_files import decode_files, read_folder

# Says that nothing is to be kept, or read, where it is `off`.
VARIABLE = "KOTOWARI_CACHE"
# Nobody works on more policies at a time; the oldest go first.
MOST_KEPT = 64


@dataclass(frozen=True)
class _Stored:
    """What is kept of a policy; the texts of its files are read anyway."""

    model: Model
    diagnostics: tuple[Diagnostic, ...]
    topics: Mapping[str, StoredTopic]


@dataclass(frozen=True)
class _CachedPolicy(Policy):
    """A policy that was compiled before."""

    stored: Mapping[str, StoredTopic] = field(default_factory=dict[str, StoredTopic])

    @cached_property
    def _finders(self) -> Finders:
        return Finders(StoredTopics(self.stored), value_finder(self.model))


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
    name = f"{key_of(files)}.policy"
    stored = _read(folder, name)
    if stored is None:
        policy = compile_policy(files)
        if write_guarded(folder, name, seal(_to_store(policy))):
            _forget_oldest(folder)
        return policy
    return _CachedPolicy(stored.model, stored.diagnostics, decode_files(files)[0], stored.topics)


def _folder() -> Path | None:
    if os.environ.get(VARIABLE, "").casefold() in {"off", "no", "0"}:
        return None
    try:
        return cache_folder() / "policies"
    except RuntimeError:  # nobody knows where the home folder is
        return None


def _read(folder: Path, name: str) -> _Stored | None:
    sealed = read_guarded(folder, name)
    if sealed is None:
        return None
    try:
        found = unseal(sealed)
    except ValueError:
        return None
    return found if isinstance(found, _Stored) else None


def _to_store(policy: Policy) -> _Stored:
    model = replace(policy.model, rules=shelve(policy.model.rules))
    return _Stored(model, policy.diagnostics, stored_topics(policy.topic_words()))


def _forget_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.policy"), key=lambda path: (path.stat().st_mtime_ns, path.name))
    for path in kept[:-MOST_KEPT]:
        path.unlink(missing_ok=True)
