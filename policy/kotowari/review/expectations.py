"""What a reply is measured against: the decision, or the rule, that it is to tell."""

from __future__ import annotations

from kotowari.model.duration import Duration
from kotowari.model.model import Verdict
from kotowari.record import record
from kotowari.text.patterns.pattern import Pattern


@record
class Asked:
    """A topic that the request asks for: what it is called in the language of the reply, and its patterns."""

    name: str
    patterns: tuple[Pattern, ...] = ()


@record
class Expectations:
    """What is known of the decision; with none of it, a text is read for itself.

    `reasons` are the sentences of the values behind it, `team` and `other_teams` what teams are called, `within` how
    long the team takes. `known` are what facts are called that need not be asked for, `hidden` names and values that no
    customer is to read. `needs_instead` is false where the policy says `nothing instead`, `is_letter` where it wants
    the rule's own parts alone.
    """

    verdict: Verdict | None = None
    asked: tuple[Asked, ...] = ()
    reasons: tuple[str, ...] = ()
    needs_instead: bool = True
    team: str | None = None
    other_teams: tuple[str, ...] = ()
    within: Duration | None = None
    known: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    is_letter: bool = True


NOTHING = Expectations()
