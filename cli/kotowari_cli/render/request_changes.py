"""Requests that two policies treat differently: counted by what becomes of them, then listed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rich.text import Text

from kotowari.comparison.replay import Difference, Side
from kotowari.comparison.tally import Tally
from kotowari.comparison.transitions import Besides, State, Transition
from kotowari.diagnostics.display import columns, printable
from kotowari.record import record
from kotowari_cli.render.view import Lines, brief, colour, hanging
from kotowari_cli.strings import Words
from kotowari_cli.strings_comparison import RequestWords, request_words

# Of two replies that begin alike, so much is shown before the place where they part, and no less is left out.
_BEFORE, _LEAST_LEFT_OUT = 30, 40


@record
class Changes:
    """What changes over requests, and how it is told; `one` where there is a single request that somebody typed."""

    tally: Tally
    words: Words
    width: int
    one: bool = False

    @property
    def said(self) -> RequestWords:
        """The words of this part."""
        return request_words(self.words.language)

    def state(self, state: State) -> str:
        """A verdict in words, or what there is instead."""
        return self.said.states.get(state) or self.words.verdicts[state.value]

    def transition(self, transition: Transition) -> str:
        """From what to what."""
        return self.said.transition.format(before=self.state(transition.before), after=self.state(transition.after))

    def what(self, one: Difference) -> str:
        """What changes about a request."""
        told = self._what(one)
        return self.said.approved.format(what=told) if one.approved else told

    def _what(self, one: Difference) -> str:
        if one.besides is None:
            return self.transition(one.transition)
        return self.said.same_verdict.format(verdict=self.state(one.before.state), what=self.other(one.besides))

    def other(self, besides: Besides) -> str:
        """What changes while the verdict stays."""
        words = {Besides.POSSIBLE: self.said.possible, Besides.TEAM: self.said.teams, Besides.REPLY: self.said.replies}
        return words[besides]

    def name(self, one: Difference) -> str:
        """By what a request is known."""
        if one.id is not None:
            return self.said.request.format(id=brief(str(one.id)))
        return self.said.this if one.line is None else self.said.line.format(line=one.line)

    def side(self, side: Side, shown: Callable[[str], str] = printable) -> str:
        """What a policy makes of a request, in words, but for its reply; names and errors are as `shown`."""
        if side.refused is not None:
            return self.said.refused.format(why=shown(side.refused))
        told = [self._verdict(side)]
        if side.teams:
            told.append(self.said.to.format(teams=self.words.comma.join(map(shown, side.teams))))
        if side.rules:
            pattern = self.said.hangs if side.state is State.OPEN else self.said.rules
            told.append(pattern.format(rules=self.words.comma.join(map(shown, side.rules))))
        return self.words.comma.join(told)

    def _verdict(self, side: Side) -> str:
        """The verdict or, while it is open, those that it can come to."""
        if not side.possible:
            return self.state(side.state)
        possible = self.words.or_.join(self.words.verdicts[verdict.value] for verdict in side.possible)
        return self.said.open.format(open=self.state(side.state), possible=possible)

    def reply(self, side: Side, other: Side, shown: Callable[[str], str] = brief) -> str | None:
        """The reply from where it begins to differ from the other one; None where it does not."""
        if side.reply == other.reply:
            return None
        if side.reply is None:
            return self.said.no_reply
        text = " ".join(side.reply.split())
        same = _alike(text, " ".join((other.reply or "").split()))
        start = same - _BEFORE if same > _BEFORE + _LEAST_LEFT_OUT else 0
        return self.said.reply.format(text=shown(f"…{text[start:]}" if start else text))


def _alike(text: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    pairs = enumerate(zip(text, other, strict=False))
    return next((place for place, (one, its) in pairs if one != its), min(len(text), len(other)))


def head(changes: Changes) -> str:
    """How many requests change."""
    tally, said = changes.tally, changes.said
    if not tally.total:
        return said.none_decided if tally.bad_total else said.nothing
    pattern = said.changed[tally.changed > 1] if tally.changed else said.unchanged[1]
    return pattern.format(changed=f"{tally.changed:,}", total=f"{tally.total:,}")


def counts(changes: Changes) -> Iterator[tuple[int, str, State | None]]:
    """How many requests change in which way, the gravest first, each with the verdict that they come to."""
    for transition, count in changes.tally.by_gravity:
        yield count, changes.transition(transition), transition.after
    for besides in Besides:
        if changes.tally.besides[besides]:
            yield changes.tally.besides[besides], changes.other(besides), None


def change_lines(changes: Changes) -> Lines:
    """Everything, as far as it was kept."""
    tally, said = changes.tally, changes.said
    lines: Lines = []
    if not changes.one:
        lines += hanging(head(changes), changes.width, indent="", style="bold")
        lines += _count_lines(changes)
    for one in tally.listed:
        lines += [*([Text()] if lines else []), *_difference(changes, one)]
    more = tally.changed - len(tally.listed)
    if more:
        lines += [Text(), *hanging(said.more.format(count=f"{more:,}"), changes.width, indent="", style="dim")]
    return lines


def _count_lines(changes: Changes) -> Lines:
    found = list(counts(changes))
    widest = max((len(f"{count:,}") for count, _, _ in found), default=0)
    return [
        line
        for count, what, state in found
        for line in hanging(
            changes.said.count.format(count=f"{count:,}".rjust(widest), what=what), changes.width, style=_style(state)
        )
    ]


def _style(state: State | None) -> str:
    return "" if state is None else colour(state.value)


def _difference(changes: Changes, one: Difference) -> Lines:
    said = changes.said
    title = f"{changes.name(one)}{changes.words.colon}{changes.what(one)}"
    lines = hanging(title, changes.width, indent="", style="bold")
    for mark, side, other in ((said.before, one.before, one.after), (said.after, one.after, one.before)):
        lines += hanging(changes.side(side), changes.width, mark=mark)
        text = changes.reply(side, other)
        if text is not None:
            lines += hanging(text, changes.width, indent=f"  {' ' * columns(mark)}")
    return lines
