"""What each sentence of a draft does: thanks, refuses, gives a reason, offers something else."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import Final

from kotowari.cached import cached_property
from kotowari.model.model import PartName, Verdict
from kotowari.record import record
from kotowari.review.draft import Draft, Sentence
from kotowari.review.expectations import Expectations
from kotowari.review.negatives import ends_in_no, negatives
from kotowari.review.vocabulary import Words, vocabulary


class Role(StrEnum):
    """What a sentence does, as `data/roles.en.txt` and its like tell it."""

    THANKS = "thanks"
    EMPATHY = "empathy"
    APOLOGY = "apology"
    CUSHION = "cushion"
    REFUSAL = "refusal"
    HARD_REFUSAL = "hard-refusal"
    ACCEPTANCE = "acceptance"
    HANDOVER = "handover"
    REASON = "reason"
    ALTERNATIVE = "alternative"
    NOTHING_ELSE = "nothing-else"
    NEXT = "next"
    CLOSE = "close"
    REQUESTS = "requests"


# What a sentence may do and still be taken for a refusal because it ends in a no.
_BESIDE_REFUSAL: Final = frozenset({Role.CUSHION, Role.EMPATHY, Role.REASON})
REFUSALS: Final = frozenset({Role.REFUSAL, Role.HARD_REFUSAL})
# A sentence that does only this is neither a reason nor a way out.
_COURTESIES: Final = frozenset({Role.THANKS, Role.APOLOGY, Role.CLOSE, Role.NEXT, Role.EMPATHY, Role.REQUESTS})
# Words of these say that a sentence is mere courtesy, in whatever part of a script it stands, if it does nothing else.
_EMPTY: Final = frozenset({Role.THANKS, Role.APOLOGY, Role.EMPATHY})
# What the part of a script says its sentences do, unless they are mere courtesy.
_OF_PARTS: Final = {
    PartName.REASON: Role.REASON,
    PartName.INSTEAD: Role.ALTERNATIVE,
    PartName.NEXT: Role.NEXT,
    PartName.CLOSE: Role.CLOSE,
}
_ANSWERS: Final = {
    Verdict.DECLINE: Role.REFUSAL,
    Verdict.ACCEPT: Role.ACCEPTANCE,
    Verdict.ESCALATE: Role.HANDOVER,
}


@record
class Reading:
    """A draft, what it is measured against, and what its sentences do."""

    draft: Draft
    expected: Expectations

    @cached_property
    def words(self) -> tuple[Words, ...]:
        """The words that say what sentences do."""
        return vocabulary("roles", self.draft.language).find(self.draft)

    @cached_property
    def words_by_sentence(self) -> Sequence[Sequence[Words]]:
        """The same words, sentence by sentence."""
        found: list[list[Words]] = [[] for _ in self.draft.sentences]
        for words in self.words:
            sentence = self.draft.sentence_at(words.start)
            if sentence is not None:
                found[sentence.number].append(words)
        return found

    @cached_property
    def roles(self) -> Sequence[frozenset[Role]]:
        """What each sentence does, by its number."""
        found = [{Role(words.kind) for words in each} for each in self.words_by_sentence]
        for sentence in self.draft.sentences:
            given = _OF_PARTS.get(sentence.part) if sentence.part else None
            if given and not (found[sentence.number] and _is_empty(found[sentence.number])):
                found[sentence.number].add(given)
            if ends_in_no(self.draft, sentence):
                found[sentence.number] -= {Role.ACCEPTANCE}
                if not found[sentence.number] - _BESIDE_REFUSAL:
                    found[sentence.number].add(Role.REFUSAL)
        return [frozenset(roles) for roles in found]

    @cached_property
    def verdict(self) -> Verdict | None:
        """The verdict that is expected, else the one that the text gives, None where it gives none."""
        if self.expected.verdict is not None:
            return self.expected.verdict
        if self.first(REFUSALS):
            return Verdict.DECLINE
        if self.first({Role.HANDOVER}):
            return Verdict.ESCALATE
        return Verdict.ACCEPT if self.first({Role.ACCEPTANCE}) else None

    def does(self, sentence: Sentence, roles: AbstractSet[Role]) -> bool:
        """Whether the sentence does one of these."""
        return not self.roles[sentence.number].isdisjoint(roles)

    def first(self, roles: AbstractSet[Role]) -> Sentence | None:
        """The first sentence that does one of these."""
        return next((sentence for sentence in self.draft.spoken if self.does(sentence, roles)), None)

    @cached_property
    def answer(self) -> Sentence | None:
        """The first sentence that gives the answer."""
        given = next((one for one in self.draft.spoken if self._is_given_answer(one)), None)
        if given is not None or self.verdict is None:
            return given
        wanted = _ANSWERS[self.verdict]
        if wanted is not Role.REFUSAL:
            return self.first({wanted})
        return self.first(REFUSALS) or next(filter(self.denies, self.draft.spoken), None)

    def denies(self, sentence: Sentence) -> bool:
        """Whether there is a no in it, though not one that is known for a refusal."""
        is_open = self.roles[sentence.number].isdisjoint({Role.REASON, Role.ALTERNATIVE, *_EMPTY})
        return is_open and any(True for _ in negatives(self.draft, sentence))

    def _is_given_answer(self, sentence: Sentence) -> bool:
        """Whether it stands as the answer in a script, and is more than thanks."""
        roles = self.roles[sentence.number]
        return sentence.part is PartName.ANSWER and not _is_empty(roles)

    @property
    def start(self) -> tuple[int, int]:
        """The first sentence that is no greeting: where what is missing is reported."""
        first = next(iter(self.draft.spoken or self.draft.sentences), None)
        return (first.start, first.end) if first else (0, 0)


def _is_empty(roles: AbstractSet[Role]) -> bool:
    return roles <= _COURTESIES and not roles.isdisjoint(_EMPTY)
