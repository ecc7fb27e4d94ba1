"""Reading the text of replies: placeholders, and the parts of a script."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import comma_list, say
from kotowari.diagnostics.span import Span
from kotowari.diagnostics.suggest import nearest
from kotowari.language import nodes as n
from kotowari.model.faults import Faults
from kotowari.model.model import PartName, Parts
from kotowari.model.names import Names
from kotowari.model.template import SPECIAL, Placeholder, Template
from kotowari.record import record


@record
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
        return {language: dict(sorted(parts.items())) for language, parts in sorted(found.items())}

    def _languages(self, block: n.Block) -> tuple[str, ...]:
        if block.language is None:
            return self.languages
        if not block.parts:
            self.faults.add(
                "missing-word",
                say("`{word}` is followed by no part of a reply", word=block.language.text),
                block.language.span,
                help=say('write parts behind it, such as `answer "…"`'),
            )
        return (block.language.text,) if self.language(block.language) else ()

    def language(self, name: n.Name) -> bool:
        """Whether the policy has this language; reports it where not."""
        if name.text in self.languages:
            return True
        if self.languages and name.text:
            spoken = comma_list(f"`{language}`" for language in self.languages)
            self.faults.misnamed(
                "unknown-language",
                say("`{name}` is not a language of this policy", name=name.text),
                name.span,
                (name.text, self.languages),
                say("it has {languages}; further ones are named behind `languages`", languages=spoken),
            )
        return False

    def _add(self, found: dict[PartName, Template | None], block: n.Block) -> None:
        for part in block.parts:
            name = PartName(part.part)
            if name in found:
                self.duplicate(f"`{part.part}`", part.span, found[name])
            else:
                found[name] = self.template(part.words) if part.words is not None else None

    def duplicate(self, what: str, span: Span, first: Template | None) -> None:
        """The same part twice in one language."""
        notes = (Note(say("the first one"), first.span),) if first else ()
        message = say("{what} stands here twice", what=what)
        self.faults.add("duplicate", message, span, help=say("leave one of them out"), notes=notes)

    # --- one text -----------------------------------------------------------------------------------------------------

    def template(self, string: n.String) -> Template:
        """The pieces of a text: words and placeholders. A backslash takes the meaning from the character behind it."""
        pieces: list[str | Placeholder] = []
        words: list[str] = []
        position, text = 0, string.text
        while position < len(text):
            start, position = position, _end_of_piece(text, position)
            if text[start] == "{":
                placeholder = self._placeholder(string, start, position)
                if placeholder is not None:
                    pieces.extend(("".join(words), placeholder) if words else (placeholder,))
                    words = []
            else:
                words.append(text[start:position].removeprefix("\\") if position - start > 1 else text[start])
            if text[start] == "}":
                self.faults.add(
                    "bad-placeholder",
                    say("`{mark}` closes nothing", mark="}"),
                    at(string, start, position),
                    help=say("write `{mark}` for the character itself", mark="\\}"),
                )
        return Template((*pieces, "".join(words)) if words else tuple(pieces), string.span)

    def _placeholder(self, string: n.String, start: int, end: int) -> Placeholder | None:
        span = at(string, start, end)
        inner = string.text[start + 1 : end - 1]
        is_closed = end - start > 1 and string.text[end - 1] == "}"
        if not is_closed or not inner.strip():
            message = say("this placeholder is empty") if is_closed else say("this placeholder is never closed")
            self.faults.add(
                "bad-placeholder",
                message,
                span,
                help=say("write it as in `{{customer.name|there}}`, or `\\{{` for the character itself"),
            )
            return None
        name, bar, fallback = inner.partition("|")
        name = unicodedata.normalize("NFC", name.strip())
        if name not in SPECIAL and name not in self.facts and name not in self.names.lost:
            self._unknown(name, span)
            return None
        return Placeholder(name, _unescaped(fallback) if bar else None, span)

    def _unknown(self, name: str, span: Span) -> None:
        if self.names.torn.is_cut:
            return
        close = nearest(name, [*self.facts, *SPECIAL])
        label = say("did you mean `{name}`?", name=f"{{{close}}}") if close else ""
        help_ = say("besides facts there are {names}", names=comma_list(f"`{{{word}}}`" for word in SPECIAL))
        message = say("`{name}` is no fact of this policy, and no placeholder", name=name)
        self.faults.add("unknown-placeholder", message, span, label=label, help=help_)


def _end_of_piece(text: str, start: int) -> int:
    """The end of a placeholder, of an escaped character, or of a single one."""
    if text[start] == "{":
        return _end_of_placeholder(text, start)
    return min(start + (2 if text[start] == "\\" else 1), len(text))


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
