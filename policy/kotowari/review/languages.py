"""Scripts whose languages say different things: other parts, other placeholders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kotowari.diagnostics.diagnostic import Diagnostic, Note, Severity
from kotowari.diagnostics.said import Said, say
from kotowari.diagnostics.span import Span
from kotowari.model.model import Model, PartName, Parts
from kotowari.model.template import Template

# A cushion is asked of Japanese alone.
_OF_ONE_LANGUAGE = frozenset({PartName.CUSHION})
_Block = Mapping[PartName, Template | None]


def languages_differ(model: Model) -> Iterator[Diagnostic]:
    """Every script that has a part, or a placeholder, in one language that it lacks in another."""
    scripts = [rule.parts for rule in model.rules.values() if not rule.table]
    scripts += [*model.scripts.values(), *(script.parts for script in model.usual_scripts)]
    for parts in scripts:
        yield from _script(parts)


def _script(parts: Parts) -> Iterator[Diagnostic]:
    languages = sorted(parts)
    for one in languages:
        for other in languages:
            # That a language is missing as a whole is another check's matter.
            if one != other and parts[one] and parts[other]:
                yield from _against(parts[one], parts[other], one, other)


def _against(block: _Block, other_block: _Block, one: str, other: str) -> Iterator[Diagnostic]:
    """What the block has and the other has not."""
    for part, template in block.items():
        if template is None or part in _OF_ONE_LANGUAGE:
            continue
        if part not in other_block:
            message = say("`{what}` stands here in `{one}`, but not in `{other}`", what=part, one=one, other=other)
            yield _fault(template.span, message, _where(other_block))
            continue
        twin = other_block[part]
        names = {placeholder.name for placeholder in twin.placeholders} if twin else set[str]()
        for placeholder in template.placeholders:
            if placeholder.name not in names:
                what = f"{{{placeholder.name}}}"
                message = say("`{what}` stands here in `{one}`, but not in `{other}`", what=what, one=one, other=other)
                yield _fault(placeholder.span, message, twin.span if twin else None)


def _where(block: _Block) -> Span | None:
    return next((template.span for template in block.values() if template), None)


def _fault(span: Span, message: Said, other: Span | None) -> Diagnostic:
    return Diagnostic(
        "languages-differ",
        message,
        span,
        help=say("say the same in every language of the policy"),
        severity=Severity.WARNING,
        notes=(Note(say("the other language stands here"), other),) if other else (),
    )
