"""Looks for many strings in one pass: the door to native code, the package's own or an Aho-Corasick automaton."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final, Protocol

from kotowari.extension import IS_COMPILED

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

    from kotowari.extension import _compiled

_STEADY: Final = tuple("\x01\x02\x03\x04\x05\x06\x07")
# The package's own search looks at all strings that have two first characters in common, one after the other.
_MOST_ALIKE: Final = 64


class MultiSearch(Protocol):
    """Strings that texts are searched for."""

    def places(self, text: str, /) -> list[tuple[int, int]]:
        """The places where one of the strings begins, in order, each with the number of the string."""
        ...

    def there(self, text: str, /) -> AbstractSet[str]:
        """The strings that stand in the text."""
        ...


def multisearch(strings: Sequence[str]) -> MultiSearch:
    """What finds strings, none of them empty, in texts."""
    return own_search(strings) or Automaton(strings)


def own_search(strings: Sequence[str]) -> _compiled.MultiSearch | None:
    """The package's own search for strings, none of them empty; None where it is not compiled, or not made for them."""
    if not IS_COMPILED or max(Counter(string[:2] for string in strings).values(), default=0) > _MOST_ALIKE:
        return None
    from kotowari.extension import _compiled  # noqa: PLC0415 - it is there only where it was compiled

    return _compiled.MultiSearch(tuple(strings))


class Automaton:
    """The same in Rust, for any number of strings that begin alike."""

    def __init__(self, strings: Sequence[str]) -> None:
        # Slow to import: where no text needs it, nobody waits.
        from ahocorasick_rs import AhoCorasick, Implementation  # noqa: PLC0415

        # A tenth of the memory of the kind that takes the fewest steps, and quicker where others have used the caches
        # of the processor in the meantime. With few strings it first looks for their rarest bytes, which costs several
        # times what it saves where these are not rare in the text; strings that hardly occur keep it from that.
        self._strings = tuple(strings)
        self._automaton: AhoCorasick = AhoCorasick(
            (*strings, *_STEADY), implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def places(self, text: str, /) -> list[tuple[int, int]]:
        """The places where one of the strings begins, in order, each with the number of the string."""
        count = len(self._strings)
        return sorted((start, number) for number, start, _ in self._found(text) if number < count)

    def there(self, text: str, /) -> AbstractSet[str]:
        """The strings that stand in the text."""
        numbers = {number for number, _, _ in self._found(text)}
        return {self._strings[number] for number in numbers if number < len(self._strings)}

    def __reduce__(self) -> tuple[type[Automaton], tuple[tuple[str, ...]]]:
        """It is copied and pickled by what it was made of."""
        return Automaton, (self._strings,)

    def _found(self, text: str) -> list[tuple[int, int, int]]:
        return self._automaton.find_matches_as_indexes(text, overlapping=True)
