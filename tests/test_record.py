"""Records behave as dataclasses do: each test holds one against the other."""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace
from typing import ClassVar

import pytest

from kotowari.cached import cached_property
from kotowari.record import record


@record
class Place:
    """Two fields, one with a default."""

    row: int
    column: int = 1
    many: ClassVar[int] = 7

    @property
    def both(self) -> tuple[int, int]:
        return self.row, self.column


@dataclass(frozen=True, slots=True)
class PlaceLike:
    row: int
    column: int = 1


@record
class Named(Place):
    """Adds to what it inherits."""

    name: str = field(default="", compare=False, repr=False)
    notes: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class NamedLike(PlaceLike):
    name: str = field(default="", compare=False, repr=False)
    notes: list[str] = field(default_factory=list[str])


@record
class Doubled:
    """Works something out from what it is given."""

    given: int
    twice: int = field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "twice", self.given * 2)

    @cached_property
    def thrice(self) -> int:
        return self.given * 3


@record(frozen=False)
class Tally:
    """Can be changed."""

    count: int = 0


@record(eq=False)
class Itself:
    """Equals itself alone."""

    number: int


@record
class Moved(Place):
    """Has a field that is given by name alone, and no default."""

    to: Place = field(kw_only=True)


@record
class Nothing:
    """Has no fields."""


def _pickled(value: object) -> object:
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - our own bytes


class TestMaking:
    @pytest.mark.parametrize("made", [lambda: Place(3), lambda: Place(3, 1), lambda: Place(column=1, row=3)])
    def test_fields_are_given_by_place_by_name_or_by_default(self, made: Callable[[], Place]) -> None:
        assert made().both == (3, 1)

    @pytest.mark.parametrize("wrong", [(), (1, 2, 3)])
    def test_what_does_not_fit_is_refused_as_by_a_dataclass(self, wrong: tuple[int, ...]) -> None:
        with pytest.raises(TypeError) as ours:
            Place(*wrong)
        with pytest.raises(TypeError) as theirs:
            PlaceLike(*wrong)
        assert str(ours.value) == str(theirs.value).replace("PlaceLike", "Place")

    def test_each_object_has_a_default_of_its_own_where_one_is_made(self) -> None:
        Named(1).notes.append("a")
        assert Named(1).notes == []

    def test_what_is_given_by_name_alone_stands_behind(self) -> None:
        assert Moved(1, to=Place(2)).to == Place(2)
        assert Moved.__match_args__ == ("row", "column")
        with pytest.raises(TypeError, match="positional arguments"):
            Moved(1, 2, Place(2))  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    def test_post_init_finishes(self) -> None:
        assert Doubled(4).twice == 8

    def test_what_its_annotations_call_a_class_variable_is_no_field(self) -> None:
        assert Place.many == 7
        assert [each.name for each in fields(Place)] == ["row", "column"]

    def test_the_signature_is_told_once_an_object_was_made(self) -> None:
        Place(1)
        assert list(inspect.signature(Place).parameters) == ["row", "column"]


class TestFrozen:
    def test_nothing_can_be_set_or_deleted(self) -> None:
        place = Place(1)
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'row'"):
            place.row = 2  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'row'"):
            del place.row  # pyright: ignore[reportAttributeAccessIssue]

    def test_there_is_a_dict_for_cached_properties_alone(self) -> None:
        doubled = Doubled(2)
        assert (doubled.thrice, doubled.__dict__) == (6, {"thrice": 6})
        assert not hasattr(Place(1), "__dict__")

    def test_what_is_not_frozen_can_be_set_and_has_no_hash(self) -> None:
        tally = Tally()
        tally.count += 2
        assert tally == Tally(2)
        with pytest.raises(TypeError, match="unhashable"):
            hash(tally)


class TestEquality:
    @pytest.mark.parametrize("others", [(1, 1), (1, 2), (2, 1)])
    def test_fields_are_compared(self, others: tuple[int, int]) -> None:
        assert (Place(1, 1) == Place(*others)) is (PlaceLike(1, 1) == PlaceLike(*others))

    def test_what_equals_has_one_hash(self) -> None:
        assert len({Place(1, 2), Place(1, 2), Place(2, 2)}) == 2

    def test_fields_that_do_not_count_do_not_count(self) -> None:
        assert Named(1, 1, "a") == Named(1, 1, "b")

    def test_classes_differ(self) -> None:
        assert Place(1, 1) != Named(1, 1)
        like: object = PlaceLike(1, 1)
        assert like != Place(1, 1)

    def test_without_equality_each_is_itself(self) -> None:
        one = Itself(1)
        assert one == one  # noqa: PLR0124 - its equality is what is tested
        assert one != Itself(1)
        assert len({one, Itself(1)}) == 2

    def test_without_fields_all_are_one(self) -> None:
        assert Nothing() == Nothing()
        assert hash(Nothing()) == hash(Nothing())


class TestLibrary:
    def test_text_is_that_of_a_dataclass(self) -> None:
        assert repr(Named(1, 2, "a", ["b"])) == repr(NamedLike(1, 2, "a", ["b"])).replace("Like", "")

    def test_replace(self) -> None:
        assert replace(Named(1, 2), row=5) == Named(5, 2)
        assert replace(Doubled(2), given=5).twice == 10

    def test_fields_are_those_of_a_dataclass(self) -> None:
        assert is_dataclass(Named)
        assert [(one.name, one.type, one.default, one.compare) for one in fields(Named)] == [
            (one.name, one.type, one.default, one.compare) for one in fields(NamedLike)
        ]

    def test_a_dataclass_can_inherit_from_a_record(self) -> None:
        @dataclass(frozen=True)
        class Below(Place):
            depth: int = 0

        assert Below(1, 2, 3).both == (1, 2)
        assert [one.name for one in fields(Below)] == ["row", "column", "depth"]

    def test_match_takes_fields_by_place(self) -> None:
        match Named(1, 2, "a"):
            case Named(row, column, name):
                assert (row, column, name) == (1, 2, "a")

    @pytest.mark.parametrize("value", [Place(1), Named(1, 2, "a", ["b"]), Doubled(3), Tally(4), Nothing()])
    @pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, _pickled])
    def test_copies_equal(self, value: object, again: Callable[[object], object]) -> None:
        copied = again(value)
        assert copied == value
        assert repr(copied) == repr(value)

    def test_what_was_cached_is_not_copied(self) -> None:
        doubled = Doubled(3)
        assert doubled.thrice == 9
        assert copy.copy(doubled).__dict__ == {}

    def test_names_and_documentation_stay(self) -> None:
        assert (Place.__name__, Place.__qualname__, Place.__module__) == ("Place", "Place", __name__)
        assert Place.__doc__ == "Two fields, one with a default."


@record
class Counted(Place):
    """Makes its own objects by way of those above it."""

    count: int = 0

    def __init__(self, row: int) -> None:
        super(Counted, self).__init__(row, 2)  # noqa: UP008 - slots: the class is made twice
        object.__setattr__(self, "count", 3)


def test_an_own_init_may_call_the_one_above_it_again_and_again() -> None:
    for _ in range(3):
        made = Counted(7)
        assert (made.row, made.column, made.count) == (7, 2, 3)
        assert Place(1).column == 1


@record
class Given:
    """Its second and third field are not asked for."""

    row: int
    column: int = field(init=False, default=5)
    notes: list[str] = field(init=False, default_factory=list[str])


def test_what_is_not_asked_for_has_its_default() -> None:
    first, second = Given(1), Given(1)
    first.notes.append("x")
    assert (first.column, first.notes, second.notes) == (5, ["x"], [])


def test_a_default_that_would_be_shared_is_refused() -> None:
    with pytest.raises(ValueError, match="notes"):

        @record
        class _Shared:
            notes: list[str] = []  # noqa: RUF012 - refused


@record(frozen=False)
class Linked:
    """May hold itself."""

    other: Linked | None = None


def test_what_holds_itself_is_shown() -> None:
    one = Linked()
    one.other = one
    assert repr(one) == "Linked(other=...)"
