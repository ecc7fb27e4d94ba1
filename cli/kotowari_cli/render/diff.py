"""The difference between two policies, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from kotowari.comparison.diff import Diff
from kotowari.comparison.edits import Edit
from kotowari.comparison.structure import Item, Status
from kotowari.comparison.texts import TextChange
from kotowari.comparison.transitions import Transition
from kotowari.diagnostics.display import columns, printable
from kotowari.diagnostics.telling import in_language
from kotowari.record import record
from kotowari_cli.render.request_changes import Changes, change_lines
from kotowari_cli.render.view import Lines, brief, colour, hanging, heading
from kotowari_cli.strings import Words
from kotowari_cli.strings_comparison import request_words
from kotowari_cli.strings_diff import DiffWords, diff_words

if TYPE_CHECKING:
    from kotowari.comparison.gate import Approval
    from kotowari.comparison.meaning import Turn

_CLAUSE = "    "
_STYLES = {Status.ADDED: "green", Status.REMOVED: "red", Status.CHANGED: "yellow", Status.RENAMED: "cyan"}


@record
class Page:
    """A difference and how it is told."""

    diff: Diff
    words: Words
    width: int

    @property
    def said(self) -> DiffWords:
        """The words of this command."""
        return diff_words(self.words.language)

    def transition(self, one: Transition) -> str:
        """From which verdict to which."""
        states = [self.words.verdicts.get(state.value, state.value) for state in (one.before, one.after)]
        return request_words(self.words.language).transition.format(before=states[0], after=states[1])

    def turn(self, one: Transition, *, approved: bool) -> str:
        """The same, with whether somebody has accepted it."""
        told = self.transition(one)
        return request_words(self.words.language).approved.format(what=told) if approved else told

    def sort(self, item: Item) -> str:
        """What a kind of declaration is called."""
        return self.said.sorts.get(item.sort, item.sort)

    def status(self, item: Item, was: str) -> str:
        """What became of a declaration; `was` is its former name as it is shown."""
        return self.said.statuses[item.status].format(was=was)

    def stale(self, one: Approval) -> str:
        """An approval that nothing needs any longer."""
        if one.request is None:
            what = self.said.stale_rule.format(rule=printable(one.rule or ""))
        else:
            what = self.said.stale_request.format(request=brief(str(one.request)))
        return self.said.stale.format(change=printable(one.change), what=what, because=brief(one.because))


def page_lines(page: Page) -> Lines:
    """Every part that has something to say, with an empty line between them."""
    parts = (_title, _declarations, _texts, _meaning, _requests, _gate)
    lines: Lines = []
    for part in parts:
        found = part(page)
        lines += [Text(), *found] if lines and found else found
    return lines


def _title(page: Page) -> Lines:
    diff = page.diff
    names = [printable(side.given) for side in (diff.old, diff.new)]
    name = printable(diff.new.policy.model.name)
    return hanging(page.said.title.format(name=name, old=names[0], new=names[1]), page.width, indent="", style="bold")


# --- declarations -----------------------------------------------------------------------------------------------------


def _declarations(page: Page) -> Lines:
    if not page.diff.items:
        return hanging(page.said.same, page.width, indent="")
    return [heading(page.said.declarations), *(line for item in page.diff.items for line in _item(page, item))]


def _item(page: Page, item: Item) -> Lines:
    status = page.status(item, printable(item.was or ""))
    head = page.said.item.format(sort=page.sort(item), name=printable(item.name), status=status)
    place = f"  {printable(item.source)}" if item.source else ""
    lines = hanging(f"{head}{place}", page.width, style=_STYLES[item.status])
    return [*lines, *(line for edit in item.edits for line in _edit(page, edit))]


def _edit(page: Page, edit: Edit) -> Lines:
    """A clause with what it said and says, on lines of their own."""
    name = page.said.clause.format(clause=printable(edit.clause))
    both = bool(edit.before and edit.after)
    whole = f"{name}{brief(edit.before)} {page.said.changed}{brief(edit.after)}"
    if both and columns(whole) <= page.width - len(_CLAUSE):
        return [Text(f"{_CLAUSE}{whole}")]
    found = [(page.said.was, edit.before), (page.said.changed if both else page.said.new, edit.after)]
    lines: Lines = []
    for mark, text in found:
        if text:
            start = f"{' ' * columns(name)}{mark}" if lines else f"{name}{mark}"
            lines += hanging(brief(text), page.width, indent=_CLAUSE, mark=start)
    return lines or hanging(name.rstrip(" :："), page.width, indent=_CLAUSE)


def _texts(page: Page) -> Lines:
    lines = [line for one in page.diff.texts for line in hanging(_text(page, one), page.width)]
    return [heading(page.said.words), *lines] if lines else []


def _text(page: Page, one: TextChange) -> str:
    topic = printable(one.topic)
    if one.text is None:
        return page.said.no_text.format(topic=topic)
    before, after = (page.said.mentions[mention] for mention in (one.before, one.after))
    return page.said.text.format(
        topic=topic, text=page.words.quoted.format(brief(one.text)), before=before, after=after
    )


# --- meaning ----------------------------------------------------------------------------------------------------------


def _meaning(page: Page) -> Lines:
    said, found = page.said, page.diff.meaning
    if found is None:
        return hanging(said.no_proof, page.width, indent="", style="dim")
    lines: Lines = []
    for rule, turns in by_rule(page.diff.turns):
        lines += hanging(printable(rule) if rule else said.no_rule, page.width, style="bold")
        for turn, approved in turns:
            lines += _turn(page, turn, approved=approved)
    if found.equivalent:
        lines += hanging(said.equivalent, page.width)
    if found.untold:
        lines += hanging(said.untold.format(transitions=untold(page)), page.width)
    return [heading(said.meaning), *lines]


def by_rule(turns: Sequence[tuple[Turn, bool]]) -> Iterator[tuple[str | None, list[tuple[Turn, bool]]]]:
    """The changes by the rule that causes them, the rule of the gravest one first."""
    groups: dict[str | None, list[tuple[Turn, bool]]] = {}
    for turn, approved in turns:
        groups.setdefault(turn.rule, []).append((turn, approved))
    yield from groups.items()


def untold(page: Page) -> str:
    """The changes of which it could not be told whether there are more."""
    assert page.diff.meaning is not None
    return page.words.comma.join(map(page.transition, page.diff.meaning.untold))


def _turn(page: Page, turn: Turn, *, approved: bool) -> Lines:
    said, comma = page.said, page.words.comma
    lines = hanging(page.turn(turn.transition, approved=approved), page.width, indent="    ")
    lines[0].stylize(colour(turn.transition.after.value))
    lines += hanging(printable(in_language(turn.witness.words, page.words.language)), page.width, indent="      ")
    before, after = (comma.join(map(printable, rules)) for rules in (turn.before, turn.after))
    return [*lines, *hanging(said.by.format(before=before, after=after), page.width, indent="      ", style="dim")]


# --- requests, and what must not happen -------------------------------------------------------------------------------


def _requests(page: Page) -> Lines:
    if page.diff.tally is None:
        return []
    return [heading(page.said.requests), *change_lines(Changes(page.diff.tally, page.words, page.width))]


def _gate(page: Page) -> Lines:
    said, diff = page.said, page.diff
    lines: Lines = []
    for change, count in sorted(diff.gate.failing.items()):
        lines += hanging(said.fails.format(change=change, count=count), page.width, indent="", style="bold red")
    for change in diff.untold:
        lines += hanging(said.not_told.format(change=change), page.width, indent="", style="bold red")
    for one in diff.stale:
        lines += hanging(page.stale(one), page.width, indent="", style="dim")
    return lines
