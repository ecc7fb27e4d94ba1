"""What is not known about a request, and the choices that matter for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from unicodedata import normalize

from kotowari.engine import reckon, regions
from kotowari.engine.against import against
from kotowari.engine.circuit import Circuit, Unknown, both, either, gate, literal, opposite
from kotowari.engine.domains import Domain, Lasting
from kotowari.engine.regions import Region
from kotowari.engine.situation import Mention, Situation
from kotowari.engine.turns import moments, spread
from kotowari.model import conditions as c
from kotowari.model.duration import Duration
from kotowari.model.model import Model
from kotowari.model.types import TEMPORAL, FactType, Kind, Value
from kotowari.record import record

_MENTIONS = tuple(Mention)
_SIGNS = (-1, 0, 1)


@record(frozen=False)
class Unknowns:
    """The unknowns of one situation, made when a condition first reads them.

    `of` says to which facts each belongs, so that they can be asked for; how two unknown facts compare is free, and
    belongs to both.
    """

    model: Model
    situation: Situation
    atoms: Mapping[str, Sequence[c.Compare]]
    texts: Mapping[str, Sequence[str]]
    lasting: Lasting | None = None
    of: dict[Unknown, tuple[str, ...]] = field(default_factory=dict[Unknown, "tuple[str, ...]"])
    domains: dict[Unknown, tuple[Region, ...]] = field(default_factory=dict[Unknown, "tuple[Region, ...]"])
    by_name: dict[str, Unknown] = field(default_factory=dict[str, Unknown])
    made: dict[str, Domain] = field(default_factory=dict[str, Domain])
    defined: dict[str, Circuit] = field(default_factory=dict[str, Circuit])

    # --- conditions as circuits ---------------------------------------------------------------------------------------

    def circuit(self, condition: c.Condition) -> Circuit:  # noqa: C901 - one case for each kind of condition
        """The condition with everything known worked in."""
        match condition:  # the most frequent ones first
            case c.Mentions():
                return self._mentions(condition)
            case c.All():
                return gate(map(self.circuit, condition.parts), conjunction=True)  # stops at the first that is false
            case c.Compare():
                return self._compare(condition)
            case c.IsOneOf():
                return self._is_one_of(condition)
            case c.AnyOf():
                return gate(map(self.circuit, condition.parts), conjunction=False)  # stops at the first that is true
            case c.Not():
                return opposite(self.circuit(condition.part))
            case c.Always():
                return True
            case c.Defined():
                return self._defined(condition)
            case c.Between():
                return both(*map(self._compare, condition.sides))
            case c.IsNone():
                return self._is_none(condition.fact)
            case c.IsKnown():
                return condition.fact in self.situation.known
            case c.Includes():
                return self._includes(condition)

    def _defined(self, condition: c.Defined) -> Circuit:
        """A definition is worked out once, wherever it stands."""
        if condition.name not in self.defined:
            self.defined[condition.name] = self.circuit(condition.condition)
        return self.defined[condition.name]

    # --- one unknown for a fact with a single value -------------------------------------------------------------------

    def whole(self, fact: str) -> Unknown:
        """The unknown of a fact whose values are not sets; its choices are the parts of its domain."""
        return self.by_name.get(fact) or self._made(fact)

    def _made(self, fact: str) -> Unknown:
        today = self.situation.today
        domain = self.lasting.get(fact, today) if self.lasting else None
        if domain is None:
            domain = self._domain(fact, self.model.facts[fact].type)
            if self.lasting:
                self.lasting.keep(fact, today, domain)
        unknown = domain.unknown
        self.by_name[fact], self.of[unknown], self.domains[unknown] = unknown, (fact,), domain.regions
        self.made[fact] = domain
        return unknown

    def _domain_of(self, fact: str) -> Domain:
        unknown = self.whole(fact)
        found = self.made.get(fact)
        if found is None:  # another judge has made the unknown
            found = self.made[fact] = Domain(unknown, self.domains[unknown])
        return found

    def _domain(self, fact: str, type_: FactType) -> Domain:
        found = self._regions(fact, type_)
        if type_.or_none:
            found.append(Region(None, (None,)))
        return Domain(Unknown(fact, len(found)), tuple(found))

    def _regions(self, fact: str, type_: FactType) -> list[Region]:
        comparisons = [atom for atom in self.atoms.get(fact, ()) if self._only(atom) == fact and self._can_hold(atom)]
        if type_.kind in TEMPORAL:
            one_each = {atom.said: atom for atom in comparisons}.values()
            return moments(type_, [against(atom, fact, self.situation) for atom in one_each])
        if regions.is_measured(type_.kind):
            roots = (self._root(atom, fact, type_) for atom in comparisons)
            return regions.numbers(type_, [root for root in roots if root is not None])
        texts = [*self.texts.get(fact, ()), *self._other_sides(fact, comparisons)]
        return regions.choices(type_, texts)

    def _only(self, atom: c.Compare) -> str | None:
        """The one unknown fact of a comparison that its values decide; None where none or several are unknown."""
        missing = self._missing(atom)
        return next(iter(missing)) if len(missing) == 1 and not self._is_free(atom, missing) else None

    def _missing(self, atom: c.Compare) -> frozenset[str]:
        return atom.facts.difference(self.situation.facts)

    def _is_free(self, atom: c.Compare, missing: frozenset[str]) -> bool:
        """Two unknown facts compare freely, and so does an unknown duration that is added to a moment."""
        return len(missing) > 1 or not missing.isdisjoint(atom.lengths)

    def _root(self, atom: c.Compare, fact: str, type_: FactType) -> Fraction | None:
        """Where the two sides meet: both are lines in the unknown."""
        at = [self._difference(atom, fact, type_, Decimal(number)) for number in (0, 1)]
        return None if at[0] is None or at[1] is None else regions.root(at[0], at[1])

    def _difference(self, atom: c.Compare, fact: str, type_: FactType, number: Decimal) -> Decimal | None:
        value: Value = Duration(seconds=number) if type_.kind is Kind.DURATION else number
        facts = {**self.situation.facts, fact: value}
        try:
            sides_ = [reckon.amount(side, facts, self.situation.now) for side in (atom.left, atom.right)]
        except reckon.Absent:
            return None
        left, right = (side.length if isinstance(side, Duration) else side for side in sides_)
        assert isinstance(left, Decimal)
        assert isinstance(right, Decimal)
        return reckon.difference(left, right)

    def _other_sides(self, fact: str, atoms: Iterable[c.Compare]) -> list[str]:
        """The texts with which a text is compared where they stand in other facts that are known."""
        found: list[str] = []
        for atom in atoms:
            for side in (atom.left, atom.right):
                value = self.situation.facts.get(side.fact) if isinstance(side, c.FactRef) else None
                found.extend([value] if isinstance(value, str) and fact else [])
        return found

    # --- atoms --------------------------------------------------------------------------------------------------------

    def _compare(self, atom: c.Compare) -> Circuit:
        missing = self._missing(atom)
        if self._is_free(atom, missing):
            return self._free_comparison(atom, missing)
        fact = next(iter(missing), None)
        if fact is None:
            return self._holds(atom)
        domain, key = self._domain_of(fact), (atom.said, atom.op)
        found = domain.literals.get(key)
        if found is None:
            signs, true = self._signs(atom, fact, domain), reckon.signs_of(atom.op)
            choices = [choice for choice, sign in enumerate(signs) if sign in true]
            found = domain.literals[key] = literal(domain.unknown, choices)
        return found

    def _signs(self, atom: c.Compare, fact: str, domain: Domain) -> tuple[int | None, ...]:
        """How the two sides compare in each part of the domain of the one fact of them that is unknown.

        None where something is none, which compares with nothing.
        """
        found = domain.signs.get(atom.said)
        if found is None:
            samples = [region.sample for region in domain.regions]
            found = domain.signs[atom.said] = tuple(self._signs_by_part(atom, fact, samples))
        return found

    def _signs_by_part(self, atom: c.Compare, fact: str, samples: Sequence[Value]) -> Sequence[int | None]:
        if not self._can_hold(atom):
            return (None,) * len(samples)
        turning, kind = against(atom, fact, self.situation), self.model.facts[fact].type.kind
        if turning.steady is None and (kind in TEMPORAL or regions.is_measured(kind)):
            known = [sample for sample in samples if sample is not None]  # none comes last
            return [*spread(turning.sign, known), *[None] * (len(samples) - len(known))]
        return [None if sample is None else turning.sign(sample) for sample in samples]

    def _holds(self, atom: c.Compare) -> bool:
        situation = self.situation
        try:
            sign = reckon.sign(atom.left, atom.right, situation.facts, situation.now, situation.zone)
        except reckon.Absent:
            return False
        return reckon.holds(atom.op, sign)

    def _free_comparison(self, atom: c.Compare, missing: frozenset[str]) -> Circuit:
        """Free in <, =, >, the same for the same two sides whichever way round; false where one of them is none."""
        if not self._can_hold(atom):
            return False
        flip = atom.said[0] > atom.said[1]
        name = " ? ".join(sorted(atom.said))
        unknown = self.by_name.setdefault(name, Unknown(name, len(_SIGNS)))
        self.of[unknown] = tuple(sorted(missing))
        holds = [place for place, sign in enumerate(_SIGNS) if reckon.holds(atom.op, -sign if flip else sign)]
        return both(literal(unknown, holds), *(opposite(self.absent(fact)) for fact in sorted(missing)))

    def _can_hold(self, atom: c.Compare) -> bool:
        """Whether nothing that is known of a comparison is none, which compares with nothing."""
        facts = self.situation.facts
        return all(facts[fact] is not None for fact in atom.facts if fact in facts)

    def absent(self, fact: str) -> Circuit:
        """That an unknown fact is none."""
        return self._is_none(fact) if self.model.facts[fact].type.or_none else False

    def _is_one_of(self, atom: c.IsOneOf) -> Circuit:
        if atom.fact in self.situation.facts:
            value = self.situation.facts[atom.fact]
            return value is not None and _composed(value) in {_composed(one) for one in atom.values}
        domain = self._domain_of(atom.fact)
        found = domain.literals.get(atom.values)
        if found is None:
            choices = [choice for choice, region in enumerate(domain.regions) if region.sample in atom.values]
            found = domain.literals[atom.values] = literal(domain.unknown, choices)
        return found

    def _is_none(self, fact: str) -> Circuit:
        if fact in self.situation.facts:
            return self.situation.facts[fact] is None
        if self.model.facts[fact].type.kind is Kind.ANY_OF:
            return literal(self._part_of(fact, "none"), [1])
        unknown = self.whole(fact)
        samples = enumerate(self.domains[unknown])
        return literal(unknown, [choice for choice, region in samples if region.sample is None])

    # --- sets and topics: an unknown for each member ------------------------------------------------------------------

    def _part_of(self, fact: str, part: str, choices: int = 2) -> Unknown:
        name = f"{fact} {part}"
        unknown = self.by_name.get(name)
        if unknown is None:
            unknown = self.by_name[name] = Unknown(name, choices)
            self.of[unknown] = (fact,)
        return unknown

    def _includes(self, atom: c.Includes) -> Circuit:
        if atom.fact in self.situation.facts:
            value = self.situation.facts[atom.fact]
            return isinstance(value, frozenset) and _how_many(atom.how, [choice in value for choice in atom.choices])
        members = _how_many(atom.how, [literal(self._part_of(atom.fact, f"include {choice}"), [1])
                                       for choice in atom.choices])  # fmt: skip
        return both(opposite(self.absent(atom.fact)), members)

    def _mentions(self, atom: c.Mentions) -> Circuit:
        enough = (Mention.ASKS,) if atom.asks else (Mention.MENTIONS, Mention.ASKS)
        known = self.situation.mentions.get(atom.fact)
        if known is not None:  # no further topic is looked for than it takes
            return _holds(atom.how, (known.get(topic, Mention.NO) in enough for topic in atom.topics))
        if atom.fact in self.situation.facts:  # none: a text that is not there mentions nothing
            return False
        choices = [_MENTIONS.index(mention) for mention in enough]
        topics = [self._part_of(atom.fact, f"mentions {topic}", len(_MENTIONS)) for topic in atom.topics]
        found = _how_many(atom.how, [literal(topic, choices) for topic in topics])
        return both(opposite(self.absent(atom.fact)), found)


def _composed(value: Value) -> Value:
    """Texts that look the same are the same."""
    return normalize("NFC", value) if isinstance(value, str) else value


def _holds(how: c.How, parts: Iterable[bool]) -> bool:
    match how:
        case c.How.ANY:
            return any(parts)
        case c.How.ALL:
            return all(parts)
        case c.How.NONE:
            return not any(parts)


def _how_many(how: c.How, parts: Sequence[Circuit]) -> Circuit:
    match how:
        case c.How.ANY:
            return either(*parts)
        case c.How.ALL:
            return both(*parts)
        case c.How.NONE:
            return opposite(either(*parts))
