from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Generic, Self, TypeAlias, TypeVar

from kotowari.engine.index.needs import Needs
from kotowari.model.model import Verdict
from kotowari.model.types import Value
from kotowari.requests.quick import Settled
from kotowari.text.glance import Seen

_Seen = TypeVar("_Seen")
# What tells whether a topic is there.
There: TypeAlias = Callable[[Seen], bool]
Settle: TypeAlias = Callable[[object, datetime], Settled | None]
# Whether the rule at a place is in force, by the rules that are alive, those that read something unknown, and the text.
InForce: TypeAlias = Callable[[int, int, int, Seen | None], bool | None]
# The kind of a look, whether it narrows anything down, what it looks at, and what looks at everything else:
# `f` for the rules that yes and no leave, `c` for those by choice, `w` for whole numbers from one to another with where
# the entries begin that are left, `o` where all values are for the other look.
Whole: TypeAlias = tuple[int, int, list[int], list[int]]
Field: TypeAlias = tuple[str, bool, tuple[int, int] | Mapping[Value, int] | Whole | None, Callable[[object], int]]

class Needles:
    def __new__(
        cls, strings: tuple[str, ...], topics: tuple[tuple[tuple[There, bytes], ...], ...], begin_words: bytes
    ) -> Self: ...
    def there(self, text: str, /) -> set[str]: ...

class MultiSearch:
    def __new__(cls, strings: tuple[str, ...]) -> Self: ...
    def places(self, text: str, /) -> list[tuple[int, int]]: ...
    def there(self, text: str, /) -> set[str]: ...
    def stands(self, text: str, start: int, end: int, /) -> bool: ...

# The number of its topic, whether a match can go beyond its sentence, and searches that each find what it needs.
Matcher: TypeAlias = tuple[int, bool, tuple[MultiSearch, ...]]

class Chances:
    def __new__(
        cls,
        openings: MultiSearch,
        numbers: tuple[tuple[int, ...], ...],
        topics: tuple[str, ...],
        matchers: tuple[Matcher, ...],
        stops: str,
    ) -> Self: ...
    def of(self, text: str, words: list[tuple[int, list[int]]], /) -> dict[str, list[tuple[int, int]]]: ...

# A row of words by the beginnings of the first one, one of which each of its forms has, and by the forms of each word.
Phrase: TypeAlias = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]

class Mentioned(Generic[_Seen]):
    def __new__(cls, read: Callable[[], tuple[Phrase, ...] | None], there: Callable[[_Seen], bool]) -> Self: ...
    def __call__(self, seen: _Seen, /) -> bool: ...
    def stands(self, text: str, /) -> bool | None: ...

class Form:
    def __new__(
        cls,
        keys: tuple[str, ...],
        groups: tuple[tuple[int, str, int], ...],
        fields: tuple[tuple[int, str, *Field], ...],
        aside: tuple[tuple[int, str, int], ...],
        names: tuple[str, ...],
        defaults: int,
        unknown: int,
    ) -> Self: ...

class Quick:
    def __new__(
        cls,
        *,
        form_of: Callable[[object], Form | None],
        rules_at: Callable[[datetime], int | None],
        needs_of: Callable[[int], Needs],
        known: list[Needs | None],
        folded: Callable[[str], str],
        seen: Callable[[str, str], Seen],
        there: Callable[[str], set[str]],
        needles: Callable[[], Needles],
        in_force: InForce,
        verdicts: tuple[Verdict, ...],
        otherwise: Verdict,
        sure: int,
        above: int,
        first: int,
        stronger: int,
        worth: int,
        average: float,
        reading: int,
        needless: int,
        single: int,
        begins: tuple[int, ...],
    ) -> Self: ...
    def settle(self, request: object, now: datetime, /) -> Settled | None: ...
