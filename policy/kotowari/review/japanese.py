"""What is asked of Japanese alone: cushions, one style, one width."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import say
from kotowari.model.model import PartName, Verdict
from kotowari.review.draft import Sentence
from kotowari.review.negatives import negatives
from kotowari.review.objections import fault
from kotowari.review.reading import Reading, Role
from kotowari.review.style import Style, sasete_itadaku, style

# Nobody reads more findings than this of one kind.
_MOST: Final = 100
# Half-width kana; full-width letters and digits, in runs.
_WIDTH: Final = re.compile("[\uff66-\uff9f]+|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]+")
_MOST_SASETE: Final = 2
_OF_TROUBLE: Final = ("お手数", "お手間", "ご足労")


def no_cushion(reading: Reading) -> Iterator[Diagnostic]:
    """A refusal without a cushion in the same sentence before it, or in the previous one."""
    if reading.verdict is not Verdict.DECLINE:
        return
    cushions = [words.start for words in reading.words if words.kind == Role.CUSHION]
    spoken = reading.draft.spoken
    for sentence, before in zip(spoken, (None, *spoken), strict=False):
        refusal = _refusal(reading, sentence)
        if refusal is None:
            continue
        start, end, is_hard = refusal
        earliest = (before or sentence).start
        if any(earliest <= cushion < start for cushion in cushions):
            return
        later = next((cushion for cushion in cushions if cushion >= end and not _asks(reading, cushion)), None)
        if later is not None:
            yield _late(reading, later)
        elif is_hard:
            yield _bare(reading, start, end)
        return


def _asks(reading: Reading, cushion: int) -> bool:
    """Whether a cushion softens what the customer is asked to do, as in 「お手数をおかけしますが、…」."""
    return reading.draft.folded.text.startswith(_OF_TROUBLE, cushion)


def _refusal(reading: Reading, sentence: Sentence) -> tuple[int, int, bool] | None:
    """The first refusal in the sentence: its place, and whether it is a hard one."""
    if sentence.part not in (None, PartName.ANSWER):
        return None
    within = reading.words_by_sentence[sentence.number]
    found = [words for words in within if words.kind == Role.HARD_REFUSAL]
    is_hard = bool(found)
    first = next(iter(found or [words for words in within if words.kind == Role.REFUSAL]), None)
    if first is None and Role.REFUSAL in reading.roles[sentence.number]:  # told by its end alone
        *_, (start, end) = negatives(reading.draft, sentence)
        return start, end, False
    return (first.start, first.end, is_hard) if first else None


def _bare(reading: Reading, start: int, end: int) -> Diagnostic:
    return fault(
        "no-cushion",
        reading.draft,
        (start, end),
        say("`{text}` has no cushion before it", text=reading.draft.written(start, end)),
        say("「恐れ入りますが、」「申し訳ございませんが、」 before it, and 「いたしかねます」 for the refusal"),
        Severity.ERROR,
    )


def _late(reading: Reading, place: int) -> Diagnostic:
    words = next(one for one in reading.words if one.start == place and one.kind == Role.CUSHION)
    return fault(
        "late-cushion",
        reading.draft,
        (words.start, words.end),
        say("`{text}` comes only after the refusal", text=reading.draft.written(words.start, words.end)),
        say("move it before the refusal"),
    )


def mixed_style(reading: Reading) -> Iterator[Diagnostic]:
    """A sentence in である or plain style among sentences in です・ます."""
    spoken = reading.draft.spoken
    styles = [style(reading.draft, sentence) for sentence in spoken]
    if Style.POLITE not in styles:
        return
    for sentence, own in zip(spoken, styles, strict=True):
        if own is Style.PLAIN and sentence.text.endswith("。"):  # what ends without it may be a heading
            yield fault(
                "mixed-style",
                reading.draft,
                (sentence.start, sentence.end),
                say("this sentence is not in the です・ます style of the others"),
                say("end every sentence with です or ます"),
            )


def wrong_width(reading: Reading) -> Iterator[Diagnostic]:
    """Half-width kana, full-width letters and digits."""
    source = reading.draft.source
    for found in islice(_WIDTH.finditer(source.text), _MOST):
        text = found.group()
        is_kana = text[0] >= "\uff66"
        yield Diagnostic(
            "wrong-width",
            say("`{text}` is half-width kana", text=text) if is_kana else say("`{text}` is full-width", text=text),
            reading.draft.span_of_written(*found.span()),
            help=say("write kana full-width, letters and digits half-width"),
            severity=Severity.WARNING,
        )


def much_sasete(reading: Reading) -> Iterator[Diagnostic]:
    """「させていただく」 for the third time."""
    found = list(sasete_itadaku(reading.draft))
    if len(found) > _MOST_SASETE:
        yield fault(
            "double-honorific",
            reading.draft,
            found[_MOST_SASETE],
            say("「させていただく」 stands {count} times in this reply", count=len(found)),
            say("write 「いたします」 where nobody's leave is asked"),
        )


_CHECKS: tuple[Callable[[Reading], Iterator[Diagnostic]], ...] = (no_cushion, mixed_style, wrong_width, much_sasete)


def japanese(reading: Reading) -> Iterator[Diagnostic]:
    """Every check of Japanese."""
    if reading.draft.language == "ja":
        for check in _CHECKS:
            yield from check(reading)
