"""What a rule gives, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kotowari.diagnostics.diagnostic import Note
from kotowari.diagnostics.said import say
from kotowari.language import nodes as n
from kotowari.model import literals
from kotowari.model.clauses import Clauses
from kotowari.model.faults import Faults
from kotowari.model.model import Notes, Outcome, PartName, Parts, Texts, Verdict
from kotowari.model.names import Names
from kotowari.model.template import Template
from kotowari.model.typing import Typer
from kotowari.record import record


@record
class Outcomes:
    """Outcomes and the words that go with them."""

    names: Names
    clauses: Clauses
    typer: Typer
    scripts: Mapping[str, Parts]
    faults: Faults

    def outcome(self, node: n.Outcome) -> Outcome:
        """A verdict with its values; an escalation names a team, and only an acceptance grants."""
        verdict = Verdict(node.verdict.text)
        self._needed(node, verdict)
        self._misplaced(node, verdict)
        team = self.clauses.one(node.teams, say("the team"))
        label = self.clauses.one(node.labels, say("the label"))
        within = self.clauses.one(node.within, "`within`")
        grant = self.clauses.one(node.grants, "`granting`")
        return Outcome(
            verdict,
            tuple(dict.fromkeys(name.text for name in node.because if self._reason(name))),
            node.span,
            team=team.text if team and self.names.find("team", team, self.names.teams) else None,
            within=literals.length(within, self.faults) if within else None,
            label=label.text if label and self.names.find("label", label, self.names.labels) else None,
            grant=self.typer.expressions.granted(grant) if grant else None,
        )

    def _reason(self, name: n.Name) -> bool:
        help_ = say("values and strategies are declared with `value` and `strategy`")
        return self.names.find("value", name, self.names.principles, help_) is not None

    def _needed(self, node: n.Outcome, verdict: Verdict) -> None:
        if not node.because and self.clauses.torn.is_intact(node.span, "because"):
            self.faults.add(
                "missing-because",
                say("this `{verdict}` cites no value", verdict=verdict.value),
                node.span,
                help=say("every outcome says which value or strategy it follows: add `because …`"),
            )
        if verdict is Verdict.ESCALATE and not node.teams:
            message = say("this escalation goes to nobody")
            self.faults.add("missing-team", message, node.span, help=say("add `to` and a team"))

    def _misplaced(self, node: n.Outcome, verdict: Verdict) -> None:
        parts: list[tuple[Sequence[n.Node], str, Verdict]] = [
            (node.teams, "`to`", Verdict.ESCALATE),
            (node.within, "`within`", Verdict.ESCALATE),
            (node.grants, "`granting`", Verdict.ACCEPT),
        ]
        for written, word, wanted in parts:
            if written and verdict is not wanted:
                self.faults.add(
                    "misplaced-clause",
                    say(
                        "{word} belongs to `{wanted}`, not to `{verdict}`",
                        word=word,
                        wanted=wanted.value,
                        verdict=verdict.value,
                    ),
                    written[0].span,
                    help=say("leave it out, or change the verdict"),
                )

    # --- words --------------------------------------------------------------------------------------------------------

    def parts(self, says: Sequence[n.Say]) -> Parts:
        """The parts that a rule writes in place, and those of the scripts that it names."""
        found: dict[str, dict[PartName, Template | None]] = {}
        for clause in says:
            for language, parts in self._of(clause).items():
                self._merge(found.setdefault(language, {}), parts, clause)
        return {language: dict(sorted(parts.items())) for language, parts in sorted(found.items())}

    def _of(self, clause: n.Say) -> Parts:
        if clause.block is not None:
            return self.clauses.templates.parts([clause.block])
        assert clause.script is not None
        name = clause.script
        if name.text in self.clauses.languages and name.text not in self.names.scripts:
            self.faults.add(
                "missing-word",
                say("`{word}` is followed by no part of a reply", word=f"say {name.text}"),
                clause.span,
                help=say('write parts behind it, such as `answer "…"`'),
            )
            return {}
        self.names.find("script", name, self.names.scripts)
        return self.scripts.get(name.text, {})

    def _merge(
        self, found: dict[PartName, Template | None], parts: Mapping[PartName, Template | None], clause: n.Say
    ) -> None:
        for name, template in parts.items():
            if name in found:
                self.clauses.templates.duplicate(f"`{name}`", template.span if template else clause.span, found[name])
            else:
                found[name] = template

    def steps(self, steps: Sequence[n.Step]) -> tuple[Texts, ...]:
        """The steps for the agent, in order."""
        return tuple(self.clauses.texts(step.texts, say("this step"), step.span) for step in steps)

    def notes(self, notes: Sequence[n.HandOver]) -> Notes:
        """What a hand-over note says."""
        found: dict[str, dict[str, str]] = {"wanted": {}, "avoid": {}, "risk": {}}
        first: dict[tuple[str, str], n.String] = {}
        for note in notes:
            if not self.clauses.templates.language(note.language):
                continue
            for word, string in note.points:
                earlier = first.setdefault((word, note.language.text), string)
                if earlier is not string:
                    self.faults.add(
                        "duplicate",
                        say("{what} stands here twice", what=f"`{word}`"),
                        string.span,
                        notes=(Note(say("the first one"), earlier.span),),
                        help=say("put them into one"),
                    )
                found[word][note.language.text] = string.plain
        return Notes(found["wanted"], found["avoid"], found["risk"])
