"""What a review can find: the code of each finding, how much it matters, and what to say."""

from __future__ import annotations

from typing import Final

from kotowari.diagnostics.diagnostic import Diagnostic, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.record import record
from kotowari.review.draft import Draft

# Stands in a message where the words will.
_WORDS: Final = "…"
_ERROR, _WARNING, _NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@record
class Objection:
    """An objection to words alone. `{text}` in `message` is what was written.

    `japanese` is how much it matters in Japanese, where that differs.
    """

    code: str
    severity: Severity
    message: Said
    help: Said
    japanese: Severity | None = None

    def at(self, draft: Draft, start: int, end: int) -> Diagnostic:
        """The finding on these characters of the folded text."""
        severity = self.japanese if self.japanese and draft.language == "ja" else self.severity
        message = Said(self.message.template, {"text": draft.written(start, end)})
        return Diagnostic(self.code, message, draft.span(start, end), help=self.help, severity=severity)


WORDED: Final = (
    # Both languages.
    Objection(
        "promised-date",
        _ERROR,
        say("`{text}` promises a date that nobody may keep", text=_WORDS),
        say("say what happens with the wish and what would change the answer, without a date"),
    ),
    Objection(
        "false-hope",
        _ERROR,
        say("`{text}` leaves a hope that is not there", text=_WORDS),
        say("say no clearly; if the wish is kept somewhere, say where"),
    ),
    Objection(
        "reason-about-us",
        _WARNING,
        say("`{text}` is a reason that is only about us", text=_WORDS),
        say("say what the customer gets from it"),
    ),
    Objection(
        "inside-matter",
        _ERROR,
        say("`{text}` tells the customer an inside matter", text=_WORDS),
        say("leave it out; it belongs in the note to the team"),
    ),
    Objection(
        "hedged-answer",
        _WARNING,
        say("`{text}` leaves open whether the answer is a no", text=_WORDS),
        say("give the answer in one clear sentence"),
    ),
    Objection(
        "unfilled-placeholder",
        _ERROR,
        say("`{text}` has not been filled in", text=_WORDS),
        say("write the words that belong there"),
    ),
    Objection(
        "appeal-to-rules",
        _ERROR,
        say("`{text}` appeals to a rule instead of giving a reason", text=_WORDS),
        say("say what the rule is good for, or name the law where it is one"),
    ),
    Objection(
        "blames-customer",
        _ERROR,
        say("`{text}` blames the customer", text=_WORDS),
        say("say what to do next, without saying whose fault it was"),
    ),
    Objection(
        "absolute-words",
        _WARNING,
        say("`{text}` claims more than anybody can keep", text=_WORDS),
        say("say what holds now"),
        japanese=_ERROR,
    ),
    # English.
    Objection(
        "bare-no",
        _ERROR,
        say("`{text}` is a bare no", text=_WORDS),
        say("thank, answer in a whole sentence, and give the reason"),
    ),
    Objection(
        "commands-customer",
        _ERROR,
        say("`{text}` gives the customer an order", text=_WORDS),
        say("offer the step: `you can …`, `please …`, `the next step is …`"),
    ),
    Objection(
        "helpless-words",
        _ERROR,
        say("`{text}` says that we are helpless", text=_WORDS),
        say("say what can be done, and who decides the rest"),
    ),
    Objection(
        "doubting-apology",
        _ERROR,
        say("`{text}` apologises for how the customer feels, not for what happened", text=_WORDS),
        say("name what went wrong: `we are sorry that …`"),
    ),
    Objection(
        "regret-words",
        _WARNING,
        say("`{text}` prepares for bad news without saying anything", text=_WORDS),
        say("begin with the answer; keep the word where the customer has a real loss"),
    ),
    Objection(
        "thanks-but", _WARNING, say("`{text}` takes the thanks back", text=_WORDS), say("end the sentence before `but`")
    ),
    Objection(
        "as-a-favour",
        _WARNING,
        say("`{text}` makes a favour of it", text=_WORDS),
        say("say what you do; every customer in the same case gets the same"),
    ),
    Objection(
        "blames-team",
        _WARNING,
        say("`{text}` blames colleagues", text=_WORDS),
        say("speak for the company: `we`"),
    ),
    Objection(
        "singles-out",
        _WARNING,
        say("`{text}` makes the customer feel alone with it", text=_WORDS),
        say("leave out what others do or do not"),
    ),
    # Japanese.
    Objection(
        "argumentative-start",
        _WARNING,
        say("a sentence that begins with `{text}` argues with the customer", text=_WORDS),
        say("「ただ、」や「一方で、」 or no conjunction at all"),
    ),
    Objection(
        "unsure-words",
        _WARNING,
        say("`{text}` sounds unsure", text=_WORDS),
        say("say it plainly: 「いたしかねます」「～でございます」"),
    ),
    Objection(
        "casual-words",
        _WARNING,
        say("`{text}` is how friends talk", text=_WORDS),
        say("write 「それでは」「少々」「承知いたしました」"),
    ),
    Objection(
        "double-honorific",
        _WARNING,
        say("`{text}` is polite twice over", text=_WORDS),
        say("one honorific is enough: 「おっしゃる」「ご覧になる」「いたします」"),
    ),
    Objection(
        "direct-you",
        _WARNING,
        say("`{text}` speaks down to the customer", text=_WORDS),
        say("write the name, or 「お客様」"),
    ),
    Objection(
        "disputed-kaneru",
        _NOTE,
        say("some readers take `{text}` for impolite", text=_WORDS),
        say("「いたしかねます」 is safe"),
    ),
)
OBJECTIONS: Final = {kind.code: kind for kind in WORDED}


def fault(  # noqa: PLR0913, PLR0917 - what a diagnostic has, in its order
    code: str, draft: Draft, place: tuple[int, int], message: Said, advice: Said, severity: Severity = _WARNING
) -> Diagnostic:
    """A finding of a check that looks at more than words, on these characters of the folded text."""
    return Diagnostic(code, message, draft.span(*place), help=advice, severity=severity)
