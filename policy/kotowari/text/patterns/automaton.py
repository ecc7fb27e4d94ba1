"""Looks for many strings in one pass: the door to an Aho-Corasick automaton in native code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# The quickest automaton takes most memory, some hundred bytes for each character of its strings.
_LARGE: Final = 20_000


def automaton(strings: Sequence[str]) -> AhoCorasick:
    """What finds the strings in texts."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 - where no text needs it, nobody waits

    kind = Implementation.DFA if sum(map(len, strings)) <= _LARGE else Implementation.ContiguousNFA
    return AhoCorasick(strings, implementation=kind, store_patterns=True)
