"""Reading the text of replies: placeholders, and the parts of a script."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.language import nodes as n
from kotowari.model.faults import Faults
from kotowari.model.model import PartName, Parts
from kotowari.model.names import Names
from kotowari.model.template import SPECIAL, Placeholder, Template


@dataclass(slots=True)
class Templates:
    """Reads templates, and reports placeholders that name nothing."""

    names: Names
    facts: frozenset[str]
    languages: tuple[str, ...]
    faults: Faults

    def parts(self, blocks: Iterable[n.Block]) -> Parts:
        """The parts of a script, by language."""
        found: dict[str, dict[PartName, Template | None]] = {}
        for block in blocks:
            for language in self._languages(block):
                self._add(found.setdefault(language, {}), block)
        return found

    def _languages(self, block: n.Block) -> tuple[str, ...]:
        if block.language is None:
            return self.languages
        if not block.parts:
            self.faults.add("unexpected-word", f"`{block.language.text}` is followed by no part of a reply",
                            block.language.span, help='write parts behind it, such as `answer "…"`')  # fmt: skip
        return (block.language.text,) if self.language(block.language) else ()

    def language(self, name: n.Name) -> bool:
        """Whether the policy has this language; reports it where not. Where it names none, that has been reported."""
        if name.text in self.languages or not self.languages:
            return True
        self.faults.add("unknown-language", f"`{name.text}` is not a language of this policy", name.span,
                        help=f"it has {', '.join(f'`{language}`' for language in self.languages)}; "
                        "further ones are named after `languages`")  # fmt: skip
        return False

    def _add(self, found: dict[PartName, Template | None], block: n.Block) -> None:
        for part in block.parts:
            name = PartName(part.part)
            if name in found:
                self.duplicate(f"`{part.part}`", part.span, found[name])
                continue
            found[name] = self.template(part.words) if part.words is not None else None

    def duplicate(self, what: str, span: Span, first: Template | None) -> None:
        """The same part twice in one language."""
        notes = [Note("the first one", first.span)] if first else []
        self.faults.add("duplicate", f"{what} stands here twice", span, help="leave one of them out", notes=notes)

    # --- one text -----------------------------------------------------------------------------------------------------

    def template(self, string: n.String) -> Template:
        """The pieces of a text: words and placeholders. A backslash takes the meaning from the character behind it."""
        pieces: list[str | Placeholder] = []
        words: list[str] = []
        position, text = 0, string.text
        while position < len(text):
            character = text[position]
            if character == "\\" and position + 1 < len(text):
                words.append(text[position + 1])
                position += 2
                continue
            if character == "{":
                end = _end_of_placeholder(text, position)
                placeholder = self._placeholder(string, position, end)
                if placeholder is not None:
                    pieces.extend(("".join(words), placeholder) if words else (placeholder,))
                    words = []
                position = end
                continue
            if character == "}":
                self.faults.add("bad-placeholder", "`}` closes nothing", at(string, position, position + 1),
                                help="write `\\}` for the character itself")  # fmt: skip
            words.append(character)
            position += 1
        return Template((*pieces, "".join(words)) if words else tuple(pieces), string.span)

    def _placeholder(self, string: n.String, start: int, end: int) -> Placeholder | None:
        span = at(string, start, end)
        inner = string.text[start + 1 : end - 1]
        closed = string.text[end - 1] == "}"
        if not closed or not inner.strip():
            what = "empty" if closed else "never closed"
            self.faults.add("bad-placeholder", f"this placeholder is {what}", span,
                            help="write it as in `{customer.name|there}`, or `\\{` for the sign itself")  # fmt: skip
            return None
        name, bar, fallback = inner.partition("|")
        name = name.strip()
        if name not in SPECIAL and name not in self.facts and name not in self.names.lost:
            self._unknown(name, span)
            return None
        return Placeholder(name, _unescaped(fallback) if bar else None, span)

    def _unknown(self, name: str, span: Span) -> None:
        close = nearest(name, [*self.facts, *SPECIAL])
        self.faults.add("unknown-placeholder", f"`{name}` is no fact of this policy, and no placeholder", span,
                        label=f"did you mean `{{{close}}}`?" if close else "",
                        help=f"besides facts there are {', '.join(f'`{{{word}}}`' for word in SPECIAL)}")  # fmt: skip


def _end_of_placeholder(text: str, start: int) -> int:
    position = start + 1
    while position < len(text) and text[position] != "}":
        if text[position] == "{":
            return position
        position += 2 if text[position] == "\\" else 1
    return min(position + 1, len(text))


def _unescaped(text: str) -> str:
    return "\\".join(piece.replace("\\", "") for piece in text.split("\\\\"))


def at(string: n.String, start: int, end: int) -> Span:
    """The place in the source of a stretch of a string's text."""
    offsets = string.offsets
    if not offsets:
        return string.span
    last = offsets[min(end, len(offsets)) - 1] + 1
    return Span(string.span.source, offsets[min(start, len(offsets) - 1)], last)
