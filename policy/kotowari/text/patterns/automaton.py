"""Looks for many strings in one pass: the door to an Aho-Corasick automaton in native code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

# The quickest automaton takes most memory: for each byte of its strings a row as long as their alphabet, of numbers.
_LARGE: Final = 1 << 24
_NUMBER: Final = 4


def automaton(strings: Sequence[str]) -> AhoCorasick:
    """What finds the strings in texts."""
    from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415 - where no text needs it, nobody waits

    together = "".join(strings).encode()
    size = _NUMBER * len(together) * len(set(together))
    kind = Implementation.DFA if size <= _LARGE else Implementation.ContiguousNFA
    return AhoCorasick(strings, implementation=kind, store_patterns=True)
