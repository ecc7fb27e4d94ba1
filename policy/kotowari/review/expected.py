"""What a reply is to tell, taken from rules and outcomes of a policy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kotowari.model.model import Model, Outcome, PartName, Rule
from kotowari.review.expectations import Asked, Expectations


def of_rule(model: Model, rule: Rule, language: str) -> Expectations:
    """What a reply by this rule is to tell."""
    expected = of_outcome(model, rule.outcome, language)
    parent = model.rules.get(rule.parent) if rule.parent else None
    about = rule.about or (parent.about if parent else ())
    return replace(
        expected,
        asked=asked(model, about, language),
        reasons=(*expected.reasons, *_own_reason(rule, language)),
        needs_instead=says_instead(model, rule, language),
        is_letter=not rule.say_only,
    )


def of_rules(model: Model, rules: Sequence[Rule], language: str) -> Expectations:
    """What a reply is to tell for which all of these speak, the first one for the team."""
    each = [of_rule(model, rule, language) for rule in rules]
    return replace(
        each[0],
        asked=tuple(dict.fromkeys(topic for one in each for topic in one.asked)),
        reasons=tuple(dict.fromkeys(reason for one in each for reason in one.reasons)),
        needs_instead=any(one.needs_instead for one in each),
        is_letter=all(one.is_letter for one in each),
    )


def of_outcome(model: Model, outcome: Outcome, language: str) -> Expectations:
    """What a reply with this outcome is to tell, whoever gives it."""
    team = model.teams.get(outcome.team) if outcome.team else None
    called = {one.name: one.texts.get(language, one.name) for one in model.teams.values()}
    return Expectations(
        verdict=outcome.verdict,
        reasons=reasons(model, outcome, language),
        team=called[team.name] if team else None,
        other_teams=tuple(sorted(name for key, name in called.items() if team and key != team.name)),
        within=outcome.within or (team.within if team else None),
        hidden=hidden(model),
    )


def reasons(model: Model, outcome: Outcome, language: str) -> tuple[str, ...]:
    """The sentences of the values that the outcome cites and of what they lead to; none of internal ones."""
    spoken = (model.principles[name] for name in reason_names(model, outcome))
    return tuple(text for one in spoken if (text := one.texts.get(language)))


def reason_names(model: Model, outcome: Outcome) -> tuple[str, ...]:
    """The names of the values that may be spoken: those that the outcome cites, and what they lead to."""
    found: dict[str, None] = {}
    for name in outcome.because:
        step: str | None = name
        while step is not None and step not in found and step in model.principles:
            found[step] = None
            step = model.principles[step].leads_to
    return tuple(name for name in found if not model.principles[name].internal)


def _own_reason(rule: Rule, language: str) -> Iterator[str]:
    """What the rule itself writes as its reason, besides placeholders."""
    template = rule.parts.get(language, {}).get(PartName.REASON)
    words = "".join(piece for piece in template.pieces if isinstance(piece, str)) if template else ""
    if words.strip():
        yield words


def asked(model: Model, about: Sequence[str], language: str) -> tuple[Asked, ...]:
    """The topics with what they are called and their patterns."""
    topics = (model.topics[name] for name in about if name in model.topics)
    return tuple(
        Asked(topic.texts.get(language, topic.name), tuple(words.pattern for words in topic.words)) for topic in topics
    )


def says_instead(model: Model, rule: Rule, language: str) -> bool:
    """Whether neither the rule nor, where it leaves it open, a usual script for it says `nothing instead`."""
    own = rule.parts.get(language, {})
    if PartName.INSTEAD in own:
        return own[PartName.INSTEAD] is not None
    fitting = (
        script.parts.get(language, {})
        for script in model.usual_scripts
        if script.verdict in (None, rule.outcome.verdict) and script.label in (None, rule.outcome.label)
    )
    return all(parts.get(PartName.INSTEAD, ...) is not None for parts in fitting)


def hidden(model: Model) -> tuple[str, ...]:
    """Names that only those know who wrote the policy: of rules and of facts.

    A name that the policy's own replies use is an ordinary word (`self-hosting`), and so is one without a hyphen.
    """
    said = " ".join(_said(model)).lower()
    facts = [fact.name for fact in model.facts.values() if not fact.built_in]
    rules = [rule.name for rule in model.rules.values() if "-" in rule.name and "/" not in rule.name]
    return tuple(sorted(name for name in {*facts, *rules} if name.lower() not in said))


def _said(model: Model) -> Iterator[str]:
    """Every word that the policy says to people, and what its topics are called."""
    scripts = [rule.parts for rule in model.rules.values()]
    scripts += [*model.scripts.values(), *(script.parts for script in model.usual_scripts)]
    for parts in scripts:
        for templates in parts.values():
            for template in templates.values():
                yield from (piece for piece in (template.pieces if template else ()) if isinstance(piece, str))
    for topic in model.topics.values():
        yield from (topic.name, *topic.texts.values())
