"""What came of a trial as a diagnostic: expected beside found, and below the clauses that made it so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kotowari.cases.clauses import Clause
from kotowari.cases.expectation import OPEN, Difference, Key
from kotowari.cases.nearest import Bar, Near
from kotowari.diagnostics.diagnostic import Diagnostic, Note
from kotowari.testing.results import Holding, Result, Status
from kotowari.testing.trial import Kind
from kotowari.testing.words import ENGLISH, ReportWords

# A reply is quoted so far that one sees what it is.
_LONGEST_REPLY = 400
_REPLY = (Key.SAYS, Key.AVOIDS)


def diagnostics(results: Iterable[Result], words: ReportWords = ENGLISH) -> Iterator[Diagnostic]:
    """One for each result that somebody has to do something about."""
    for result in results:
        match result.status:
            case Status.FAILED:
                yield Report(result, words).failure()
            case Status.FIXED:
                yield Report(result, words).fixed()
            case Status.PASSED | Status.TODO:
                pass


class Report:
    """Writes about one result."""

    def __init__(self, result: Result, words: ReportWords = ENGLISH) -> None:
        self.result = result
        self.trial = result.trial
        self.words = words

    def fixed(self) -> Diagnostic:
        """That a trial passes that was expected to fail."""
        words, trial = self.words, self.trial
        return Diagnostic(
            "passing-todo",
            words.fixed.format(name=trial.name),
            trial.place("todo"),
            label=words.fixed_label,
            help=words.fixed_help,
        )

    def failure(self) -> Diagnostic:
        """Why a trial fails."""
        first, *others = [*self._marks()] or [Note("", self.trial.span)]
        bars = tuple(self._bars())
        # Where one clause both gave the verdict and kept another from applying, the second is what one can change.
        barring = {note.span for note in bars}
        grounds = (note for note in self._grounds() if note.span not in barring)
        notes = (*self._asked(), *others, *grounds, *bars)
        help_ = self.words.semicolon.join(self._help())
        if self.trial.kind is Kind.CASE:
            return Diagnostic("failed-case", self.headline(), first.span, first.message, help_, notes=notes)
        return Diagnostic("failed-example", self.headline(), first.span, first.message, help_, notes=notes)

    def headline(self) -> str:
        """What is wrong, in one line."""
        words, holding = self.words, self.result.holding
        if holding is not None:
            return self._held(holding)
        for one in self.result.differences:
            if one.key not in (*_REPLY, Key.DEMANDS):
                expected, found = self._listed(one.expected), self._listed(one.found)
                return words.failed.format(name=self.trial.name, expected=expected, found=found)
        return words.fails.format(name=self.trial.name)

    def _held(self, holding: Holding) -> str:
        words = self.words
        sentence = words.does_not_hold if holding.expected else words.holds if holding.truth else words.hangs
        return sentence.format(rule=holding.rule, truth=words.truths[holding.truth])

    # --- what is expected, and what came out --------------------------------------------------------------------------

    def _marks(self) -> Iterator[Note]:
        """What is expected, where it stands, with what came out."""
        for one in self.result.differences:
            yield Note(self._came_out(one), self.trial.place(f"expect.{one.place}"))

    def _asked(self) -> Iterator[Note]:
        """The text of the request, so that one sees what it is about."""
        if "request.text" in self.trial.places:
            yield Note("", self.trial.places["request.text"])

    def _came_out(self, one: Difference) -> str:
        words, found = self.words, self._listed(one.found)
        match one.key:
            case Key.SAYS:
                return words.not_said if one.found else words.no_reply
            case Key.AVOIDS:
                return words.said
            case Key.DEMANDS:
                return (words.no_such_demand if one.place.endswith(".about") else words.more_demands).format(
                    found=found
                )
            case _:
                return words.came_out.format(found=found)

    def _listed(self, names: tuple[str, ...]) -> str:
        return self.words.comma.join(f"`{name}`" for name in names) or self.words.nothing

    # --- why ----------------------------------------------------------------------------------------------------------

    def _grounds(self) -> Iterator[Note]:
        """The clauses that gave the verdict, or made an example's condition what it is."""
        if self.result.holding is not None:
            yield from self._held_by(self.result.holding)
        for ground in self.result.grounds:
            if not ground.clauses:
                yield Note(self.words.own_outcome.format(rule=ground.name, verdict=ground.verdict), ground.span)
            for clause in ground.clauses:
                whole = clause.span == ground.span
                held = self.words.gives if whole else self.words.gives_clause
                template = self.words.hangs_on if clause.truth is None else held
                yield self._note(clause, template, ground.name, ground.verdict)

    def _held_by(self, holding: Holding) -> Iterator[Note]:
        for clause in holding.clauses:
            template = self.words.holds_about if clause.span == holding.span else self.words.holds_clause
            yield self._note(clause, template, holding.rule, "")

    def _bars(self) -> Iterator[Note]:
        """The clauses that kept the nearest rules from applying."""
        hanging = {ground.name for ground in self.result.grounds}
        for near in (near for near in self._near() if near.rule not in hanging):
            for clause in near.clauses:
                template = self.words.barred if clause.span == near.span else self.words.barred_clause
                yield self._note(clause, template, near.rule, near.verdict)
            if not near.clauses:
                yield Note(self._bar(near), near.span)

    def _near(self) -> Iterator[Near]:
        """The nearest rules, without the one whose example fails: what is to be said of it is said."""
        told = self.result.holding and self.result.holding.rule
        return (near for near in self.result.near if near.rule != told)

    def _note(self, clause: Clause, template: str, rule: str, verdict: str) -> Note:
        """What is said of a clause; where nothing but a rule's name stands for it, the clause itself is told."""
        seen = [self.words.quoted.format(one) if clause.quotes else one for one in clause.seen if _is_news(clause, one)]
        told = self.words.seen.format(seen=self.words.comma.join(seen)) if seen else ""
        text = template.format(
            rule=rule, verdict=verdict, clause=clause.text, truth=self.words.truths[clause.truth], seen=told
        )
        return Note(text, clause.span)

    def _bar(self, near: Near) -> str:
        words = self.words
        match near.bar:
            case Bar.DATES:
                return words.out_of_dates.format(by="".join(near.by))
            case Bar.ENDED:
                return words.ended
            case Bar.SET_ASIDE | Bar.MAYBE_SET_ASIDE:
                sentence = words.set_aside if near.bar is Bar.SET_ASIDE else words.maybe_set_aside
                return sentence.format(by=self._listed(near.by))
            case Bar.OUTRANKED | Bar.CLAUSE if not near.by:  # while it is open, no verdict ranks before it for certain
                return words.undecided
            case Bar.OUTRANKED | Bar.CLAUSE:
                return words.outranked.format(by=self._listed(near.by))

    # --- help ---------------------------------------------------------------------------------------------------------

    def _help(self) -> Iterator[str]:
        words, result = self.words, self.result
        if result.holding is not None and result.holding.truth is None:
            yield words.hangs_help
        elif any(one.key is Key.VERDICT and one.found == (OPEN,) for one in result.differences):
            yield words.hangs_help if self.trial.kind is Kind.EXAMPLE else words.open_help
        wanted = [one.expected[0] for one in result.differences if one.key is Key.VERDICT]
        for near in self._near():
            sentence = words.nearest_named if wanted and near.verdict not in wanted else words.nearest
            yield sentence.format(verdict=near.verdict, rule=near.rule)
        if wanted and not result.near and wanted[0] != OPEN:
            yield words.no_rule.format(verdict=wanted[0])
        replies = [one.found[0] for one in result.differences if one.key in _REPLY and one.found]
        for text in dict.fromkeys(replies):
            shown = text if len(text) <= _LONGEST_REPLY else f"{text[:_LONGEST_REPLY]}…"
            yield words.reply.format(text=" ".join(shown.split()))


def _is_news(clause: Clause, seen: str) -> bool:
    """Whether what was found says more than the clause and its truth: neither `yes` nor the value that it names."""
    value = seen.partition(" ")[2]
    return clause.quotes or not (value in ("yes", "no") or value in clause.text)
