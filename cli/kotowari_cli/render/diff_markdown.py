"""The difference between two policies, in Markdown for a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kotowari.comparison.edits import Edit
from kotowari.comparison.structure import Item
from kotowari.comparison.texts import TextChange
from kotowari.diagnostics.telling import in_language
from kotowari_cli.render.diff import Page, by_rule, untold
from kotowari_cli.render.markdown import code, folded, table
from kotowari_cli.render.request_changes import Changes
from kotowari_cli.render.request_markdown import change_markdown

if TYPE_CHECKING:
    from kotowari.comparison.gate import Approval
    from kotowari.comparison.meaning import Turn

# What a comment of a pull request holds (65,536 characters), with some room.
MOST = 60_000


def page_markdown(page: Page) -> str:
    """What must not happen comes first, then what the change changes, and last what was changed."""
    parts = (_title(page), _gate(page), _meaning(page), _requests(page), _declarations(page), _texts(page))
    lines = [line for part in parts if part for line in (*part, "")]
    return _short("\n".join(lines), page.said.more_in_full)


def _short(text: str, more: str) -> str:
    """The text, cut behind a line where it is longer than a comment may be."""
    if len(text) <= MOST:
        return text
    kept = text[:MOST].rpartition("\n")[0]
    open_ = kept.count("<details>") - kept.count("</details>")
    return "\n".join([kept, "", *(["</details>", ""] * open_), more, ""])


def _title(page: Page) -> list[str]:
    diff = page.diff
    names = [code(side.given) for side in (diff.old, diff.new)]
    return [f"## {page.said.title.format(name=code(diff.new.policy.model.name), old=names[0], new=names[1])}"]


def _gate(page: Page) -> list[str]:
    said, diff = page.said, page.diff
    lines = [
        f"- ❌ {said.fails.format(change=code(change), count=count)}"
        for change, count in sorted(diff.gate.failing.items())
    ]
    lines += [f"- ❌ {said.not_told.format(change=code(change))}" for change in diff.untold]
    return [*lines, *(f"- {_stale(page, one)}" for one in diff.stale)]


def _stale(page: Page, one: Approval) -> str:
    said = page.said
    what = (
        said.stale_rule.format(rule=code(one.rule or ""))
        if one.request is None
        else said.stale_request.format(request=code(str(one.request)))
    )
    return said.stale.format(change=code(one.change), what=what, because=code(one.because))


# --- meaning ----------------------------------------------------------------------------------------------------------


def _meaning(page: Page) -> list[str]:
    said, found = page.said, page.diff.meaning
    if found is None:
        return [said.no_proof.replace("pip install 'kotowari[verify]'", code("pip install 'kotowari[verify]'"))]
    lines = [f"### {said.meaning}", ""]
    rows = [
        _turn(page, rule, turn, approved=approved)
        for rule, turns in by_rule(page.diff.turns)
        for turn, approved in turns
    ]
    if rows:
        lines += table(said.columns, rows)
    if found.equivalent:
        lines.append(said.equivalent)
    if found.untold:
        lines += ["", said.untold.format(transitions=untold(page))]
    return lines


def _turn(page: Page, rule: str | None, turn: Turn, *, approved: bool) -> list[str]:
    comma = page.words.comma
    before, after = (comma.join(map(code, rules)) for rules in (turn.before, turn.after))
    return [
        code(rule) if rule else page.said.no_rule,
        page.turn(turn.transition, approved=approved),
        code(in_language(turn.witness.words, page.words.language)),
        page.said.by.format(before=before, after=after),
    ]


def _requests(page: Page) -> list[str]:
    if page.diff.tally is None:
        return []
    return [f"### {page.said.requests}", "", *change_markdown(Changes(page.diff.tally, page.words, page.width))]


# --- declarations -----------------------------------------------------------------------------------------------------


def _declarations(page: Page) -> list[str]:
    if not page.diff.items:
        return [page.said.same]
    lines = [line for item in page.diff.items for line in _item(page, item)]
    return folded(f"{page.said.declarations} ({len(page.diff.items)})", lines)


def _item(page: Page, item: Item) -> Iterator[str]:
    place = f"  {code(item.source)}" if item.source else ""
    status = page.status(item, code(item.was or ""))
    yield f"- {page.said.item.format(sort=page.sort(item), name=code(item.name), status=status)}{place}"
    for edit in item.edits:
        yield f"  - {_edit(page, edit)}"


def _edit(page: Page, edit: Edit) -> str:
    name = page.said.clause.format(clause=code(edit.clause))
    before, after = (code(text) if text else "" for text in (edit.before, edit.after))
    if before and after:
        return f"{name}{before} {page.said.changed}{after}"
    return f"{name}~~{before}~~" if before else f"{name}**{after}**" if after else name.rstrip(" :：")


def _texts(page: Page) -> list[str]:
    lines = [f"- {_text(page, one)}" for one in page.diff.texts]
    return [f"### {page.said.words}", "", *lines] if lines else []


def _text(page: Page, one: TextChange) -> str:
    if one.text is None:
        return page.said.no_text.format(topic=code(one.topic))
    before, after = (page.said.mentions[mention] for mention in (one.before, one.after))
    return page.said.text.format(topic=code(one.topic), text=code(one.text), before=before, after=after)
