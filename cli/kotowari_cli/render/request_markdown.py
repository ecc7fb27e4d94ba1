"""Requests that two policies treat differently, in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from kotowari.comparison.replay import Difference
from kotowari_cli.render.markdown import code, folded, table
from kotowari_cli.render.request_changes import Changes, counts, head


def change_markdown(changes: Changes) -> list[str]:
    """The lines of the part on requests."""
    lines = [f"**{head(changes)}**"]
    found = [[f"{count:,}", what] for count, what, _ in counts(changes)]
    if found:
        lines += ["", *table(("", ""), found, numbers_first=True)]
    if changes.tally.listed:
        said = changes.said
        header = ("", said.before.strip(" :："), said.after.strip(" :："))
        rows = [(_name(changes, one), *_sides(changes, one)) for one in changes.tally.listed]
        lines += ["", *folded(said.title, table(header, rows))]
    more = changes.tally.changed - len(changes.tally.listed)
    if more:
        lines += ["", changes.said.more.format(count=f"{more:,}").replace("--most", "`--most`")]
    if changes.tally.bad_total:
        errors = changes.said.errors[changes.tally.bad_total > 1]
        lines += ["", f"⚠ {errors.format(count=f'{changes.tally.bad_total:,}')}"]
    return lines


def _name(changes: Changes, one: Difference) -> str:
    return changes.name(one) if one.id is None else code(str(one.id))


def _sides(changes: Changes, one: Difference) -> Iterator[str]:
    for side, other in ((one.before, one.after), (one.after, one.before)):
        told = (changes.side(side, code), changes.reply(side, other, code))
        yield "<br>".join(text for text in told if text is not None)
