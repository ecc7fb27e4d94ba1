"""What a review can find: the code of each finding, how much it matters, and what to say."""

from __future__ import annotations

from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.record import record
from kotowari.review.draft import Draft

_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@record
class Objection:
    """An objection to words alone. `{text}` in `message` is what was written.

    `japanese` is how much it matters in Japanese, where that differs.
    """

    code: str
    severity: Severity
    message: str
    help: str
    japanese: Severity | None = None

    def at(self, draft: Draft, start: int, end: int) -> Diagnostic:
        """The finding on these characters of the folded text."""
        severity = self.japanese if self.japanese and draft.language == "ja" else self.severity
        message = self.message.format(text=draft.written(start, end))
        return Diagnostic(self.code, message, draft.span(start, end), help=self.help, severity=severity)


WORDED: Final = (
    # Both languages.
    Objection(
        "promised-date",
        _ERROR,
        "`{text}` promises a date that nobody may keep",
        "say what happens with the wish and what would change the answer, without a date",
    ),
    Objection(
        "false-hope",
        _ERROR,
        "`{text}` leaves a hope that is not there",
        "say no clearly; if the wish is kept somewhere, say where",
    ),
    Objection(
        "reason-about-us",
        _WARNING,
        "`{text}` is a reason that is only about us",
        "say what the customer gets from it",
    ),
    Objection(
        "inside-matter",
        _ERROR,
        "`{text}` tells the customer an inside matter",
        "leave it out; it belongs in the note to the team",
    ),
    Objection(
        "hedged-answer",
        _WARNING,
        "`{text}` leaves open whether the answer is a no",
        "give the answer in one clear sentence",
    ),
    Objection(
        "unfilled-placeholder",
        _ERROR,
        "`{text}` has not been filled in",
        "write the words that belong there",
    ),
    Objection(
        "appeal-to-rules",
        _ERROR,
        "`{text}` appeals to a rule instead of giving a reason",
        "say what the rule is good for, or name the law where it is one",
    ),
    Objection(
        "blames-customer",
        _ERROR,
        "`{text}` blames the customer",
        "say what to do next, without saying whose fault it was",
    ),
    Objection(
        "absolute-words",
        _WARNING,
        "`{text}` claims more than anybody can keep",
        "say what holds now",
        japanese=_ERROR,
    ),
    # English.
    Objection("bare-no", _ERROR, "`{text}` is a bare no", "thank, answer in a whole sentence, and give the reason"),
    Objection(
        "commands-customer",
        _ERROR,
        "`{text}` gives the customer an order",
        "offer the step: `you can …`, `please …`, `the next step is …`",
    ),
    Objection(
        "helpless-words",
        _ERROR,
        "`{text}` says that we are helpless",
        "say what can be done, and who decides the rest",
    ),
    Objection(
        "doubting-apology",
        _ERROR,
        "`{text}` apologises for how the customer feels, not for what happened",
        "name what went wrong: `we are sorry that …`",
    ),
    Objection(
        "regret-words",
        _WARNING,
        "`{text}` prepares for bad news without saying anything",
        "begin with the answer; keep the word where the customer has a real loss",
    ),
    Objection("thanks-but", _WARNING, "`{text}` takes the thanks back", "end the sentence before `but`"),
    Objection(
        "as-a-favour",
        _WARNING,
        "`{text}` makes a favour of it",
        "say what you do; every customer in the same case gets the same",
    ),
    Objection(
        "blames-team",
        _WARNING,
        "`{text}` blames colleagues",
        "speak for the company: `we`",
    ),
    Objection(
        "singles-out",
        _WARNING,
        "`{text}` makes the customer feel alone with it",
        "leave out what others do or do not",
    ),
    # Japanese.
    Objection(
        "argumentative-start",
        _WARNING,
        "a sentence that begins with `{text}` argues with the customer",
        "「ただ、」や「一方で、」 or no conjunction at all",
    ),
    Objection(
        "unsure-words",
        _WARNING,
        "`{text}` sounds unsure",
        "say it plainly: 「いたしかねます」「～でございます」",
    ),
    Objection(
        "casual-words",
        _WARNING,
        "`{text}` is how friends talk",
        "write 「それでは」「少々」「承知いたしました」",
    ),
    Objection(
        "double-honorific",
        _WARNING,
        "`{text}` is polite twice over",
        "one honorific is enough: 「おっしゃる」「ご覧になる」「いたします」",
    ),
    Objection(
        "direct-you",
        _WARNING,
        "`{text}` speaks down to the customer",
        "write the name, or 「お客様」",
    ),
    Objection(
        "disputed-kaneru",
        _NOTE,
        "some readers take `{text}` for impolite",
        "「いたしかねます」 is safe",
    ),
)
OBJECTIONS: Final = {kind.code: kind for kind in WORDED}


def fault(  # noqa: PLR0913, PLR0917 - what a diagnostic has, in its order
    code: str, draft: Draft, place: tuple[int, int], message: str, advice: str, severity: Severity = _WARNING
) -> Diagnostic:
    """A finding of a check that looks at more than words, on these characters of the folded text."""
    return Diagnostic(code, message, draft.span(*place), help=advice, severity=severity)
