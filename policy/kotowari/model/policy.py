"""The one declaration that makes a folder a policy: its languages, its zone, its order of verdicts."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from kotowari.diagnostics.diagnostic import Note, Severity
from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.language import nodes as n
from kotowari.model import calendar
from kotowari.model.clauses import Clauses
from kotowari.model.faults import Faults
from kotowari.model.language_codes import meant_code
from kotowari.model.model import Verdict
from kotowari.model.torn import TornFiles
from kotowari.record import record

DEFAULT_ORDER = (Verdict.ESCALATE, Verdict.DECLINE, Verdict.ACCEPT)
_LARGEST_EDITION = 10**9
# What people call zones that is no name of one; `EST`, which looks like `JST`, is none to recommend.
_USUAL_ZONES = {
    **dict.fromkeys(("jst", "japan standard time", "tokyo", "東京", "日本", "日本時間", "日本標準時"), "Asia/Tokyo"),
    **dict.fromkeys(("kst", "seoul"), "Asia/Seoul"),
    **dict.fromkeys(("pst", "pdt", "pt", "pacific"), "America/Los_Angeles"),
    **dict.fromkeys(("edt", "et", "eastern"), "America/New_York"),
    **dict.fromkeys(("bst", "london"), "Europe/London"),
    **dict.fromkeys(("cest", "berlin"), "Europe/Berlin"),
}


@record
class PolicyReader:
    """Reads the clauses of the policy's declaration, which may be missing."""

    node: n.Policy | None
    torn: TornFiles
    faults: Faults

    def languages(self, clauses: Clauses) -> tuple[str, ...]:
        """In which languages the policy replies; none where that cannot be said, which has been reported."""
        names = clauses.names(self._clauses(), "languages")
        if self.node and not names and self.torn.is_intact(self.node.span, "languages"):
            self.faults.add(
                "missing-clause",
                say("the policy does not say in which languages it replies"),
                self.node.name.span,
                help=say("add `languages en, ja`"),
            )
        codes = [self._code(name) for name in names]
        return tuple(dict.fromkeys(code for code in codes if code)) if None not in codes else ()

    def _code(self, name: n.Name) -> str | None:
        """The code of a language; where something else stands there, that is reported, and what was meant is taken."""
        code = meant_code(name.text)
        if code != name.text:
            message = say("`{name}` is not the code of a language", name=name.text)
            help_ = say("languages have codes of small letters, such as `en` or `ja`")
            self.faults.meant("unknown-language", message, name.span, (code, code) if code else None, help_)
        return code

    def _unknown_zone(self, name: n.String) -> None:
        message = say("`{name}` is no time zone", name=name.plain)
        help_ = say('zones have names such as "Asia/Tokyo" or "Europe/Berlin"')
        close = _USUAL_ZONES.get(name.plain.casefold()) or nearest(name.plain, calendar.zone_names())
        self.faults.meant("unknown-zone", message, name.span, (close, f'"{close}"') if close else None, help_)

    def zone(self, clauses: Clauses) -> ZoneInfo:
        """Where the days of the policy begin; UTC where it does not say."""
        name = clauses.argument(self._clauses(), "zone", n.String)
        zone = calendar.zone(name.plain) if name else None
        if zone is not None:
            return zone
        if name is not None:
            self._unknown_zone(name)
        elif self.node and self.torn.is_intact(self.node.span, "zone"):
            self.faults.add(
                "no-zone",
                say("the policy names no time zone, so its days are those of UTC"),
                self.node.name.span,
                help=say('add `zone "Asia/Tokyo"` or the zone you work in'),
                severity=Severity.WARNING,
            )
        return _utc()

    def edition(self, clauses: Clauses) -> int:
        """The edition, 1 where none is given."""
        number = clauses.argument(self._clauses(), "edition", n.Number)
        if number is None:
            return 1
        if number.value != number.value.to_integral_value() or not 0 < number.value < _LARGEST_EDITION:
            self.faults.add(
                "wrong-type", say("an edition is a whole number from 1"), number.span, help=say("count up from 1")
            )
            return 1
        return int(number.value)

    def order(self, clauses: Clauses) -> tuple[Verdict, ...]:
        """Which verdict outranks which."""
        names = clauses.names(self._clauses(), "order")
        found = tuple(Verdict(name.text) for name in names)
        if len(found) == len(Verdict):
            return found
        if names:
            self.faults.add(
                "missing-clause",
                say("`order` does not name all three verdicts"),
                names[0].span.to(names[-1].span),
                help=say("write `order escalate, decline, accept`, the strongest first"),
            )
        return DEFAULT_ORDER

    def _clauses(self) -> Sequence[n.Node]:
        return self.node.clauses if self.node else ()


def find_policy(
    policies: Sequence[n.Policy], files: Sequence[n.File], torn: TornFiles, faults: Faults
) -> n.Policy | None:
    """The declaration of the policy; a second one and a missing one are reported."""
    for second in policies[1:]:
        faults.add(
            "duplicate",
            say("a policy is declared twice"),
            second.name.span,
            notes=(Note(say("the first one"), policies[0].name.span),),
            help=say("one folder holds one policy; give the other a folder of its own"),
        )
    if not policies and not torn.anything:
        place = Span(files[0].name, 0, 0) if files else Span("", 0, 0)
        faults.add(
            "no-policy",
            say("nothing here declares a policy"),
            place,
            help=say("begin a file with `policy NAME`, its `languages`, `otherwise` and `unanswered`"),
        )
    return policies[0] if policies else None


def _utc() -> ZoneInfo:
    zone = calendar.zone("UTC")
    assert zone is not None
    return zone
