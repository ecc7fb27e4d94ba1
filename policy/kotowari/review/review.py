"""The review of a reply text: every check, in one call."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic
from kotowari.diagnostics.source import Source
from kotowari.review.against import against
from kotowari.review.draft import Draft, PartOf
from kotowari.review.expectations import NOTHING, Expectations
from kotowari.review.japanese import japanese
from kotowari.review.parts import no_alternative, no_clear_answer, no_reason, no_thanks, parts_out_of_order
from kotowari.review.reading import Reading
from kotowari.review.tone import bare_apology, many_negatives, repeated_apology, too_long
from kotowari.review.worded import worded

Check = Callable[[Reading], Iterator[Diagnostic]]

CHECKS: Final[tuple[Check, ...]] = (
    worded,
    no_thanks,
    no_clear_answer,
    parts_out_of_order,
    no_reason,
    no_alternative,
    repeated_apology,
    bare_apology,
    many_negatives,
    too_long,
    japanese,
    against,
)


def review(
    source: Source, language: str, expected: Expectations = NOTHING, parts: Sequence[PartOf] = ()
) -> tuple[Diagnostic, ...]:
    """What is to be said of a reply text in `en` or `ja`, by place.

    `expected` is what the reply is to tell. `parts` are the parts of a script that its stretches come from, where a
    script wrote it. Raises `morphemes.MissingJapanese` for Japanese where what reads it is not installed.
    """
    reading = Reading(Draft(source, language, parts), expected)
    found = (one for check in CHECKS for one in check(reading))
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.order))
