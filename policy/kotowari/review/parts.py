"""Whether a reply has its parts: thanks, the request, an answer, a reason, something instead, in this order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.said import say
from kotowari.model.model import PartName, Verdict
from kotowari.review.draft import Sentence
from kotowari.review.objections import fault
from kotowari.review.overlap import says
from kotowari.review.reading import REFUSALS, Reading, Role

_FEELING: Final = frozenset({Role.THANKS, Role.EMPATHY, Role.APOLOGY})
_ANSWERS: Final = REFUSALS | {Role.HANDOVER}
# The answer is among the first three sentences; before it, at most an apology, thanks and a cushion.
_LATEST_ANSWER: Final = 3


def no_thanks(reading: Reading) -> Iterator[Diagnostic]:
    """Neither thanks nor empathy in the first two sentences."""
    first = reading.draft.spoken[:2]
    if reading.expected.is_letter and first and not any(reading.does(sentence, _FEELING) for sentence in first):
        yield fault(
            "no-thanks",
            reading.draft,
            reading.start,
            say("the reply begins without a word of thanks or empathy"),
            say("thank the customer in the first or second sentence, and say back what was asked"),
        )


def no_clear_answer(reading: Reading) -> Iterator[Diagnostic]:
    """A text that says neither yes nor no nor who will."""
    if reading.answer is not None or not reading.draft.spoken or reading.verdict is Verdict.ACCEPT:
        return
    if reading.verdict is Verdict.DECLINE and not reading.draft.parts and reading.first({Role.ACCEPTANCE}):
        return  # a clear yes, which is the wrong one
    yield fault(
        "no-clear-answer",
        reading.draft,
        reading.start,
        say("the reply does not say who answers, and by when")
        if reading.verdict is Verdict.ESCALATE
        else say("the reply does not say a clear yes or no"),
        say("give the answer in one sentence, among the first three"),
    )


def parts_out_of_order(reading: Reading) -> Iterator[Diagnostic]:
    """An answer that comes late, or an alternative before it."""
    answer = reading.answer
    # An answer that is only guessed at, by a no in it, has no place that could be wrong.
    is_sure = answer is not None and (answer.part is PartName.ANSWER or reading.does(answer, _ANSWERS))
    if answer is None or not is_sure or reading.verdict is Verdict.ACCEPT:
        return
    before = [sentence for sentence in reading.draft.spoken if sentence.number < answer.number]
    if any(reading.denies(sentence) for sentence in before):  # which may be the answer
        return
    early = next((sentence for sentence in before if _is_alternative(reading, sentence)), None)
    if early is not None and reading.verdict is Verdict.DECLINE:
        yield fault(
            "parts-out-of-order",
            reading.draft,
            (early.start, early.end),
            say("what there is instead comes before the answer"),
            say("answer first, then the reason, then what there is instead"),
        )
    elif len(before) > _LATEST_ANSWER:
        yield fault(
            "parts-out-of-order",
            reading.draft,
            (answer.start, answer.end),
            say("the answer comes as late as sentence {number}", number=len(before) + 1),
            say("answer among the first three sentences; reasons come behind it"),
        )


def _is_alternative(reading: Reading, sentence: Sentence) -> bool:
    return Role.ALTERNATIVE in reading.roles[sentence.number] and not reading.does(sentence, _FEELING | REFUSALS)


def no_reason(reading: Reading) -> Iterator[Diagnostic]:
    """A refusal without a reason: every other sentence is courtesy, or what there is instead."""
    answer = reading.answer
    if reading.verdict is not Verdict.DECLINE or answer is None:
        return
    if not any(_may_be_reason(reading, sentence) for sentence in reading.draft.spoken):
        yield fault(
            "no-reason",
            reading.draft,
            (answer.start, answer.end),
            say("this refusal has no reason"),
            say("say which value is behind it, and what the customer gets from that"),
        )


def _may_be_reason(reading: Reading, sentence: Sentence) -> bool:
    roles = reading.roles[sentence.number]
    return Role.REASON in roles or (not roles and sentence.part in (None, PartName.REASON))


def no_alternative(reading: Reading) -> Iterator[Diagnostic]:
    """A refusal with nothing instead, and no word that there is nothing."""
    answer = reading.answer
    if reading.verdict is not Verdict.DECLINE or answer is None or not reading.expected.needs_instead:
        return
    ways = {Role.ALTERNATIVE, Role.NOTHING_ELSE}
    if not any(reading.does(sentence, ways) for sentence in reading.draft.spoken) and not _may_offer(reading, answer):
        yield fault(
            "no-alternative",
            reading.draft,
            (answer.start, answer.end),
            say("there is nothing instead, and no word that there is nothing"),
            say("offer another way, or say that you know of none"),
        )


def _may_offer(reading: Reading, answer: Sentence) -> bool:
    """Whether there are more sentences that are nothing else than the reason takes up."""
    others = [sentence for sentence in reading.draft.spoken if sentence.number != answer.number]
    plain = [sentence for sentence in others if not reading.roles[sentence.number]]
    has_reason = any(Role.REASON in roles for roles in reading.roles)
    unsaid = [sentence for sentence in plain if not _tells_reason(reading, sentence)]
    return len(unsaid) > (0 if has_reason or len(unsaid) < len(plain) else 1)


def _tells_reason(reading: Reading, sentence: Sentence) -> bool:
    language, text = reading.draft.language, reading.draft.written(sentence.start, sentence.end)
    return any(says(text, reason, language) for reason in reading.expected.reasons)
