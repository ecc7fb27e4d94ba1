"""What a rule gives, and what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kotowari.diagnostics.diagnostic import Note
from kotowari.language import nodes as n
from kotowari.model import literals
from kotowari.model.declared import Declared
from kotowari.model.faults import Faults
from kotowari.model.model import Notes, Outcome, PartName, Parts, Texts, Verdict
from kotowari.model.names import Names
from kotowari.model.template import Template
from kotowari.model.typing import Typer


@dataclass(slots=True)
class Outcomes:
    """Outcomes and the words that go with them."""

    names: Names
    declared: Declared
    typer: Typer
    scripts: dict[str, Parts]
    faults: Faults

    def outcome(self, node: n.Outcome) -> Outcome:
        """A verdict with its values; an escalation names a team, and only an acceptance grants."""
        verdict = Verdict(node.verdict.text)
        self._needed(node, verdict)
        team = self._one(node.teams, "the team")
        label = self._one(node.labels, "the label")
        within = self._one(node.within, "`within`")
        grant = self._one(node.grants, "`granting`")
        because = tuple(dict.fromkeys(name.text for name in node.because if self._reason(name)))
        return Outcome(
            verdict,
            because,
            node.span,
            team=team.text if team and self.names.find("team", team, self.names.teams) else None,
            within=literals.length(within, self.faults) if within else None,
            label=label.text if label and self.names.find("label", label, self.names.labels) else None,
            grant=self.typer.amount(grant) if grant else None,
        )

    def _reason(self, name: n.Name) -> bool:
        help_ = "values and strategies are declared with `value` and `strategy`"
        return self.names.find("value", name, self.names.principles, help_) is not None

    def _needed(self, node: n.Outcome, verdict: Verdict) -> None:
        if not node.because:
            self.faults.add("missing-because", f"this `{verdict}` cites no value", node.span,
                            help="every outcome says which value or strategy it follows: add `because …`")  # fmt: skip
        if verdict is Verdict.ESCALATE and not node.teams:
            self.faults.add("missing-team", "this escalation goes to nobody", node.span, help="add `to` and a team")
        misplaced: list[tuple[Sequence[n.Node], str, Verdict]] = [
            (node.teams, "`to`", Verdict.ESCALATE),
            (node.within, "`within`", Verdict.ESCALATE),
            (node.grants, "`granting`", Verdict.ACCEPT),
        ]
        for parts, word, wanted in misplaced:
            if parts and verdict is not wanted:
                self.faults.add("misplaced-clause", f"{word} belongs to `{wanted}`, not to `{verdict}`", parts[0].span,
                                help="leave it out, or change the verdict")  # fmt: skip

    def _one(self, nodes: Sequence[n.Node], what: str) -> n.Node | None:
        return self.declared.one(nodes, what)

    # --- words --------------------------------------------------------------------------------------------------------

    def parts(self, says: Sequence[n.Say]) -> Parts:
        """The parts that a rule writes in place, and those of the scripts that it names."""
        found: dict[str, dict[PartName, Template | None]] = {}
        for say in says:
            for language, parts in self._of(say).items():
                self._merge(found.setdefault(language, {}), parts, say)
        return {language: dict(sorted(parts.items())) for language, parts in sorted(found.items())}

    def _of(self, say: n.Say) -> Parts:
        if say.block is not None:
            return self.declared.templates.parts([say.block])
        assert say.script is not None
        if say.script.text in self.declared.languages and say.script.text not in self.names.scripts:
            self.faults.add("unexpected-word", f"`say {say.script.text}` is followed by no part of a reply",
                            say.span, help='write parts behind it, such as `answer "…"`')  # fmt: skip
            return {}
        self.names.find("script", say.script, self.names.scripts)
        return self.scripts.get(say.script.text, {})

    def _merge(
        self, found: dict[PartName, Template | None], parts: dict[PartName, Template | None] | object, say: n.Say
    ) -> None:
        assert isinstance(parts, dict)
        for name, template in parts.items():
            if name in found:
                self.declared.templates.duplicate(f"`{name}`", template.span if template else say.span, found[name])
            else:
                found[name] = template

    def steps(self, steps: Sequence[n.Step]) -> tuple[Texts, ...]:
        """The steps for the agent, in order."""
        return tuple(self.declared.texts(step.texts, "this step", step.span) for step in steps)

    def notes(self, notes: Sequence[n.HandOver]) -> Notes:
        """What a hand-over note says."""
        found: dict[str, dict[str, str]] = {"wanted": {}, "avoid": {}, "risk": {}}
        first: dict[tuple[str, str], n.String] = {}
        for note in notes:
            if not self.declared.templates.language(note.language):
                continue
            for word, string in note.points:
                key = (word, note.language.text)
                if key in first:
                    self.faults.add("duplicate", f"`{word}` stands here twice", string.span,
                                    notes=[Note("the first one", first[key].span)], help="put them into one")  # fmt: skip
                first[key] = string
                found[word][note.language.text] = string.plain
        return Notes(found["wanted"], found["avoid"], found["risk"])
