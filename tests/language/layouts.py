"""Hypothesis strategies for rule files of every kind of declaration, laid out as nobody would.

Between any two words stand comments, blank lines and white space of every sort. What is generated is read without
faults but for rare accidents in strings of several lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

# Words of the language are names where only a name can stand.
NAMES = ("plan", "key-account", "export", "label", "allow", "team", "ガント", "rule", "返金", "x1", "final", "tension")
RULES = ("rule", "rule", "table", "tension", "script")
KINDS = ("policy", "value", "team", "fact", "topic", "define", "label", *RULES)
FACTS = ("customer.plan", "order.total", "依頼.件数", "a.b")
COMMENTS = ("# note", "#note", "＃ 全角", "# 「", '# "', "#", "#  two   blanks ", "# rule x", "#- item", "#!x\t")
SPACES = (" ", "  ", "\t", "\u3000", "\u00a0 ", "\r")
WORDS = ("Thank", "you", "for", "the", "request,", "value", "rule", "1.", "-", "\\{x\\}", "{customer.name|there}", "é")
JAPANESE = ("お問い合わせ", "ございます。", "ガントチャート", "「工程表」", "、", "ー", "ッ", "が", "１", "{名}")
BREAKS = (" ", " ", " ", "  ", "", "", "\n", "\n   ", "\n\n", "\n\n  ", "\n- ", "\n 1. ", "\n  ・", "\u3000", "\\\\")

Words = list[str]


@st.composite
def files(draw: st.DrawFn) -> str:
    """The text of a rule file."""
    writer = Writer(draw)
    count = draw(st.integers(0, 5))
    text = "".join(writer.declaration() for _ in range(count))
    return writer.one(["", " ", "\n\n"]) + text + writer.gap(0) + writer.last_comment()


class Writer:
    """Writes words with something between them, from the draws of one example."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def one(self, choices: Sequence[str]) -> str:
        return self.draw(st.sampled_from(choices))

    def seldom(self, of: int = 3) -> bool:
        return self.draw(st.integers(1, of)) == of

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    # --- what stands between words ------------------------------------------------------------------------------------

    def gap(self, least: int) -> str:
        """White space, mostly plain; a new line begins at column `least` or deeper."""
        match self.number(0, 9):
            case 0:
                return self.new_line(least)
            case 1:
                return f"{self.one(['', ' '])}{self.one(COMMENTS)}{self.new_line(least)}"
            case 2:
                return f"{self.new_line(least)}{self.one(COMMENTS)}{self.new_line(least)}"
            case 3:
                return f" {self.one(COMMENTS)}{self.new_line(least)}{self.one(COMMENTS)}{self.new_line(least)}"
            case 4:
                return self.one(SPACES)
            case _:
                return " "

    def new_line(self, least: int) -> str:
        return self.one(["\n", "\n", "\n\n", "\n \n\n"]) + " " * (least + self.number(0, 5))

    def last_comment(self) -> str:
        return self.one(["", "", "# last", "\n# last\n\n"])

    def said(self, words: Words, least: int) -> str:
        """Words, with a gap behind each; a comma may stand close."""
        text = ""
        for place, word in enumerate(words):
            glued = place + 1 < len(words) and words[place + 1] in {",", "%", ")"} and not self.seldom()
            text += word + ("" if glued else self.gap(least))
        return text

    # --- words --------------------------------------------------------------------------------------------------------

    def string(self, *, lines: bool = True) -> str:
        pool = self.draw(st.sampled_from([WORDS, JAPANESE, WORDS + JAPANESE]))
        breaks = BREAKS if lines else tuple(each for each in BREAKS if "\n" not in each)
        count = self.draw(st.sampled_from([1, 2, 3, 8, 40]))
        inner = "".join(self.one(pool) + self.one(breaks) for _ in range(count))
        if self.seldom() and all("「" not in each and "」" not in each for each in [inner]):
            return f"「{inner}」"
        return f'"{inner}"' if '"' not in inner else "「x」"

    def texts(self, *, needed: bool = False) -> Words:
        return [word for language in ("en", "ja")[not needed and self.seldom() :] for word in (language, self.string())]

    def listed(self, choices: Sequence[str], most: int = 12) -> Words:
        words: Words = []
        for _ in range(self.number(1, most)):
            words += [",", self.one(choices)] if words else [self.one(choices)]
        return words

    def amount(self) -> Words:
        shapes = [["5"], ["-5_000.50"], ["１０", "%"], ["5_000", "USD"], ["3", "days"], ["1", "hours", "2", "minute"]]
        return list(self.draw(st.sampled_from([*shapes, ["2026-01-01"], ["2026-01-01T09:00+09:00"]])))

    def patterns(self) -> Words:
        words: Words = []
        for _ in range(self.number(1, 8)):
            words += [","] if words else []
            words += self.draw(st.sampled_from([["exactly"], []]))
            words += (
                [self.string(lines=self.seldom(6))]
                if words[-1:] == ["exactly"] or not self.seldom()
                else ["/（a|b）+/"]
            )
        return words

    # --- conditions ---------------------------------------------------------------------------------------------------

    def condition(self, depth: int = 2) -> Words:
        match self.number(0, 7) if depth else 0:
            case 0 | 1 | 2:
                return self.atom()
            case 3:
                return ["not", *self.bracketed(depth - 1)]
            case 4:
                return self.bracketed(depth - 1)
            case _:
                word = self.one(["and", "or"])
                words = self.atom()
                for _ in range(self.number(1, 4)):
                    words += [word, *(self.bracketed(depth - 1) if self.seldom() else self.atom())]
                return words

    def bracketed(self, depth: int) -> Words:
        return ["(", *self.condition(depth), ")"]

    def atom(self) -> Words:
        fact = self.one(FACTS)
        sign = self.one(
            ["<", "<=", ">", ">=", "＜＝", "at least", "at most", "more than", "less than", "before", "after"]
        )
        shapes: list[Words] = [
            [fact],
            ["key-account"],
            [fact, *sign.split(), *self.amount()],
            [fact, *self.one(["is", "=", "!=", "is not", "＝"]).split(), self.one(["pro", "none", "known", '"x  y"'])],
            [fact, "is", "one", "of", *self.listed(NAMES)],
            [fact, "between", *self.amount(), "and", *self.amount()],
            [fact, "include", *self.one(["any of", "all of", "none of"]).split(), *self.listed(NAMES)],
            ["request", *self.one(["asks for", "mentions"]).split(), "gantt"],
            [fact, "mentions", "any", "of", *self.listed(NAMES, 20)],
            ["time", "since", fact, "at", "most", "14", "days"],
            [fact, "plus", fact, "minus", "5", "USD", "times", fact, "more", "than", "50", "%", "of", fact],
        ]
        return self.draw(st.sampled_from(shapes))

    def outcome(self) -> Words:
        verdict = self.draw(st.sampled_from([["accept"], ["decline"], ["escalate", "to", "sales"]]))
        extra = self.draw(
            st.sampled_from([[], ["within", "1", "days"], ["as", "not-now"], ["granting", *self.amount()]])
        )
        return [*verdict, *extra, "because", *self.listed(NAMES, 3)]

    # --- declarations -------------------------------------------------------------------------------------------------

    def declaration(self) -> str:
        name = self.one(NAMES)
        kind = self.one(KINDS)
        match kind:
            case "rule":
                return self.rule(name)
            case "table":
                return self.table(name)
            case _:
                return "\n" + self.said(self.plain(kind, name), 0)

    def plain(self, kind: str, name: str) -> Words:
        match kind:
            case "policy":
                ends = [["otherwise", *self.outcome()], ["order", "escalate", ",", "decline", ",", "accept"]]
                more = [["edition", "1"], ["languages", "en", ",", "ja"], ["zone", '"Asia/Tokyo"'], *ends]
                more += [["complete", "over", *self.listed((*NAMES, *FACTS))]]
                return [kind, name, *self.texts(), *self.some(more)]
            case "value":
                more = [["leads", "to", "trust"], ["internal"], self.texts()]
                strategic = [["from", "2026-01-01"], ["until", "2026-12-31"], ["serves", "trust"], self.texts()]
                plain = self.seldom()
                return ["value" if plain else "strategy", name, *self.some(more if plain else strategic)]
            case "team":
                return [
                    kind,
                    name,
                    *self.texts(),
                    *self.some([["answers", "within", "3", "day"], ["contact", '"a@b"']]),
                ]
            case "fact":
                return [kind, self.one(FACTS), *self.texts(), *self.fact_clauses()]
            case "topic":
                more = [["words", "en", *self.patterns()], ["words", "ja", *self.patterns()], ["not", *self.patterns()]]
                return [kind, name, *self.texts(), *self.some(more)]
            case "define":
                return [kind, name, *self.condition(3)]
            case "label":
                return [kind, name, *self.texts()]
            case "tension":
                return [kind, *self.listed(NAMES), "because", *self.listed(NAMES, 3)]
            case _:
                return self.script(name)

    def some(self, clauses: Sequence[Words]) -> Words:
        chosen = self.draw(st.lists(st.sampled_from(clauses), max_size=5))
        return [word for clause in chosen for word in clause]

    def fact_clauses(self) -> Words:
        kinds = [
            ["yes", "or", "no"],
            ["one", "of", *self.listed(NAMES)],
            ["money", "in", "USD"],
            ["date", "or", "none"],
        ]
        return self.some(
            [
                ["is", *self.draw(st.sampled_from(kinds))],
                ["from", *self.amount()],
                ["to", *self.amount()],
                ["usually", *self.amount()],
                ["call", "pro", *self.texts(needed=True)],
                ["ask", *self.texts(needed=True)],
                ["ask", "customer", *self.texts(needed=True)],
                ["fixed"],
                ["internal"],
                ["read", "from", *self.patterns()],
            ]
        )

    def script(self, name: str) -> Words:
        usual = ["usual", "script", *self.draw(st.sampled_from([[], ["decline"], ["decline", "as", "not-now"]]))]
        if self.seldom():
            usual += ["when", *self.condition(1)]
        words = usual if self.seldom(2) else ["script", name]
        words += self.allow() if self.seldom() else []
        for language in ("en", "ja"):
            words += [language, *self.parts()]
        return words + (self.allow() if self.seldom() else [])

    def allow(self) -> Words:
        return ["allow", *self.listed((*NAMES, "no-thanks", "too-long")), "because", self.string()]

    def parts(self) -> Words:
        return self.some(
            [["answer", self.string()], ["reason", '"{because}"'], ["nothing", "instead"], ["close", "「x」"]]
        )

    def rule(self, name: str) -> str:
        text = "\n" + self.said(["rule", name, *self.title(), *self.rule_clauses()], 0)
        column = self.number(0, 3)
        for _ in range(self.number(0, 2)):
            margin = "\n" + " " * column
            comment = margin + self.one(COMMENTS) if self.seldom() else ""
            text += comment + margin + self.said(["except", "x", *self.title(), *self.rule_clauses()], column + 1)
        return text

    def title(self) -> Words:
        return [self.string()] if self.seldom(2) else []

    def rule_clauses(self) -> Words:
        given = ["customer.plan", "pro", ",", "customer.tags", "beta", ",", "gamma", ",", "now", "2026-01-01T09:00"]
        return self.some(
            [
                ["about", *self.listed(NAMES)],
                ["when", *self.condition()],
                self.outcome(),
                ["say", "refund-late"],
                ["say", *self.draw(st.sampled_from([[], ["only"]])), "en", "answer", self.string(), *self.parts()],
                ["do", *self.texts(needed=True)],
                ["note", "ja", "wanted", self.string(), "avoid", self.string(), "risk", "「x」"],
                self.allow(),
                ["overrides", *self.listed(NAMES)],
                ["final"],
                ["owner", "sales"],
                ["approved", "by", self.string()],
                ["review", "by", "2027-06-01"],
                ["from", "2026-01-01", "until", "2026-12-31"],
                ["example", self.string(), "with", *given, "gives", "decline"],
                ["example", "with", *given],
                ["counterexample", self.string()],
            ]
        )

    # --- tables -------------------------------------------------------------------------------------------------------

    def table(self, name: str) -> str:
        claim = [self.one(["one", "every"]), "row"]
        clauses = self.some([claim, ["owner", "x"], ["when", *self.condition(1)], ["about", "gantt"]])
        rows_file = ["from", '"refunds.csv"'] if self.seldom() else []
        text = "\n" + self.said(["table", name, *self.title(), *rows_file, *clauses], 0)
        rows = [["name", "customer.plan", "time since a.b", "key-account", "outcome"]]
        rows += [self.cells() for _ in range(self.number(0, 4))]
        return text + "".join(self.row(row) for row in rows)

    def cells(self) -> Words:
        return [
            self.one(["", "first", "二行目"]),
            self.one(
                ["pro, free", "less", "more ,x", "any", "not  free", "", '"a | b"', "「ガント」", "none", "known"]
            ),
            self.one([">= 14 day", "between 1 day and １ days", "at most 3 hours", ""]),
            self.one(["yes", "no", ""]),
            self.one(["accept because trust", "decline because v , w say refund-late", "escalate to x because v"]),
        ]

    def row(self, cells: Words) -> str:
        bar = self.one(["|", "｜"])
        inner = bar.join(f"{self.one(['', ' ', '  '])}{cell}{self.one(['', ' ', '　'])}" for cell in cells)
        end = self.one(
            ["|", "|", f"| {self.one(COMMENTS)}", f"|\n{self.one(COMMENTS)}", f"|\n\n  {self.one(COMMENTS)}\n"]
        )
        return f"\n{self.one(['', '  '])}{bar}{inner}{end}"
