"""The simple declarations: values and strategies, teams, labels, topics."""

from __future__ import annotations

from kotowari.diagnostics.said import say
from kotowari.diagnostics.span import Span
from kotowari.language import nodes as n
from kotowari.model.clauses import Clauses
from kotowari.model.faults import Faults, kind_word
from kotowari.model.model import Label, Principle, Team, Topic, TopicPattern
from kotowari.model.names import Names
from kotowari.model.templates import at
from kotowari.model.torn import TornFiles
from kotowari.record import record
from kotowari.text.japanese.morphemes import MissingJapanese
from kotowari.text.patterns.pattern import Pattern, PatternError, compile_pattern


@record
class Declared:
    """Turns simple declarations into what they mean."""

    names: Names
    clauses: Clauses
    torn: TornFiles
    faults: Faults

    def principle(self, node: n.Principle) -> Principle:
        """A value or a strategy; both are a sentence in every language of the policy."""
        name, place, of = node.name.text, node.name.span, node.clauses
        onward = self._onward(node)
        starts, ends = self.clauses.days(of)
        return Principle(
            name,
            place,
            is_strategy=node.word == "strategy",
            texts=self.clauses.texts(
                node.texts, say("{word} `{name}`", word=kind_word(node.word), name=name), place, needed=True
            ),
            leads_to=onward,
            starts=starts,
            ends=ends,
            internal=self.clauses.has(of, "internal"),
        )

    def _onward(self, node: n.Principle) -> str | None:
        """The value that a value leads to, or that a strategy serves; None where there is none of that name."""
        own, other = ("serves", "leads to") if node.word == "strategy" else ("leads to", "serves")
        self._misplaced(node, other, own)
        onward = self.clauses.argument(node.clauses, own, n.Name)
        if onward is None and node.word == "strategy" and self.torn.is_intact(node.span, "serves"):
            self.faults.add(
                "missing-clause",
                say("strategy `{name}` serves no value", name=node.name.text),
                node.name.span,
                help=say("add `serves` and the name of a value"),
            )
        return self._value(onward, own) if onward else None

    def _misplaced(self, node: n.Principle, word: str, own: str) -> None:
        """Clauses that belong to a strategy stand with a value, or the other way round."""
        words = {word, "from", "until"} if node.word == "value" else {word}
        for clause in node.clauses:
            if clause.word in words:
                message = say("a {kind} takes no `{clause}`", kind=kind_word(node.word), clause=clause.word)
                ends = say("only strategies end; make it a `strategy`")
                help_ = say("write `{word}`", word=own) if clause.word == word else ends
                self.faults.add("misplaced-clause", message, clause.span, help=help_)

    def _value(self, name: n.Name, word: str) -> str | None:
        found = self.names.find("value", name, self.names.principles)
        if found is not None and found.word == "strategy":
            self.faults.add(
                "wrong-type",
                say("`{name}` is a strategy, but `{word}` names a value", name=name.text, word=word),
                name.span,
                help=say("name the value that the strategy serves"),
            )
            return None
        return name.text if found is not None else None

    def team(self, node: n.Team) -> Team:
        """A team; without `answers within` its escalations have to say it."""
        contact = self.clauses.argument(node.clauses, "contact", n.String)
        texts = self.clauses.texts(node.texts, say("team `{name}`", name=node.name.text), node.name.span)
        within = self.clauses.duration(node.clauses, "answers within")
        return Team(node.name.text, node.name.span, texts, within, contact.plain if contact else None)

    def label(self, node: n.Label) -> Label:
        """A label."""
        name, place = node.name.text, node.name.span
        return Label(name, place, self.clauses.texts(node.texts, say("label `{name}`", name=name), place))

    # --- topics -------------------------------------------------------------------------------------------------------

    def topic(self, node: n.Topic) -> Topic:
        """A topic and its patterns, each of which must be one."""
        name, place = node.name.text, node.name.span
        texts = self.clauses.texts(node.texts, say("topic `{name}`", name=name), place)
        words: list[TopicPattern] = []
        excluded: list[tuple[Pattern, Span]] = []
        for clause in node.patterns:
            known = clause.language is None or self.clauses.templates.language(clause.language)
            for written in clause.patterns if known else ():
                pattern = self.pattern(written)
                if pattern is not None and clause.language is not None:
                    words.append(TopicPattern(clause.language.text, pattern, written.span))
                elif pattern is not None:
                    excluded.append((pattern, written.span))
        if not any(clause.word == "words" for clause in node.patterns) and self.torn.is_intact(node.span, "words"):
            self.faults.add(
                "empty-topic",
                say("topic `{name}` has no words, so no text is ever about it", name=name),
                place,
                help=say('add `words en "…"`'),
            )
        not_these, not_there = tuple(pattern for pattern, _ in excluded), tuple(span for _, span in excluded)
        return Topic(name, place, texts, tuple(words), not_these, not_there)

    def pattern(self, node: n.PatternNode) -> Pattern | None:
        """A pattern, tried out."""
        pattern = Pattern(node.words.text, exact=node.exact, regex=node.regex)
        try:
            compile_pattern(pattern)
        except MissingJapanese:
            self._missing_japanese(node)
            return None
        except PatternError as problem:
            place = at(node.words, problem.start, max(problem.end, problem.start + 1))
            self.faults.add("bad-pattern", problem.message, place, help=problem.help)
            return None
        return pattern

    def _missing_japanese(self, node: n.PatternNode) -> None:
        """Says so once: every further pattern in Japanese has the same trouble."""
        if not any(fault.code == "missing-japanese" for fault in self.faults.found):
            self.faults.add(
                "missing-japanese",
                say("patterns in Japanese need SudachiPy and its dictionary, which are not installed here"),
                node.words.span,
                help=say("install them with `pip install 'kotowari[ja]'`"),
            )
