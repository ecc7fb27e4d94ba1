"""The words of the command line in the languages that it speaks; what goes wrong has catalogues of its own."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.model.types import Kind
from kotowari.record import record
from kotowari.text.characters import IS_JAPANESE


@record
class Words:
    """Every label of a decision. `{…}` are filled in where they are used."""

    language: str
    verdicts: Mapping[str, str]
    open: str
    operators: Mapping[str, str]
    """What is said of a fact, by the phrase of the policy language; where one is missing, that phrase itself."""
    between: str
    particle: str
    """What stands between a fact and the phrase about it."""
    the_request: str
    languages: Mapping[str, str]
    weekdays: str
    """From Monday, one word each."""
    moment: str
    comma: str
    semicolon: str
    colon: str
    or_: str
    and_: str
    quoted: str
    foreign: str
    """A name of another script within a sentence; empty where such a name stands there as it is."""
    named: str
    """What a thing is called, and its name in the policy."""
    yes: str
    no: str
    none: str
    whole: str
    to: str
    due: str
    granting: str
    could_be: str
    at_least_these: str
    settled: str
    waits: str
    reply: str
    handover: str
    do: str
    why: str
    because: str
    otherwise: str
    unanswered: str
    asks_for: str
    it_is: str
    fact_is: str
    unknown: str
    denied: str
    set_aside: str
    also: str
    could_apply: str
    more: str
    more_rules: str
    mentioned: str
    no_topics: str
    assumed: str
    read: str
    text_says: str
    unsure: str
    which: str
    changes: str
    change: str
    ask: str
    ask_customer: str
    ask_text: str
    what_is: str
    give: str
    give_text: str
    then_ask: str
    dont_know: str
    kinds: Mapping[str, str]
    """What a fact takes, by its kind; where one is missing, the phrase of the engine."""
    low: str
    high: str
    bad_answer: str
    one_file: str
    files: str
    formatted: str
    to_format: str
    in_order: str
    left_alone: str
    phrases: Mapping[str, str]
    """Values that stand for several, by the phrase of the engine; where one is missing, that phrase itself."""

    def inline(self, name: str) -> str:
        """A name as it stands within a sentence: without brackets "Pro" would run into the Japanese around it."""
        return name if not self.foreign or IS_JAPANESE.search(name) else self.foreign.format(name)


ENGLISH = Words(
    language="en",
    verdicts={"accept": "ACCEPT", "decline": "DECLINE", "escalate": "ESCALATE"},
    open="OPEN",
    operators={"mentions none of": " does not mention {value}"},
    between=" between {low} and {high}",
    particle=" ",
    the_request="the request",
    languages={"en": "English", "ja": "Japanese"},
    weekdays="Mon Tue Wed Thu Fri Sat Sun",
    moment="{weekday} {day} {clock} ({zone})",
    comma=", ",
    semicolon="; ",
    colon=": ",
    or_=" or ",
    and_=" and ",
    quoted="“{}”",
    foreign="",
    named="{called} ({name})",
    yes="yes",
    no="no",
    none="none",
    whole="the request as a whole",
    to="{verdict} to {team}",
    due="answer due by {by}",
    granting="granting {amount}",
    could_be="still possible: {verdicts}",
    at_least_these=" (there was too much to try out: some of these may not be)",
    settled="settled, whatever is still unknown",
    waits="The reply waits for the answer to the question below.",
    reply="Reply in {language}",
    handover="Hand-over note for {team}",
    do="Do",
    why="Why",
    because="because {values}",
    otherwise="No rule applies, so what the policy says under `otherwise` holds.",
    unanswered="What would decide it cannot be known, so what the policy says under `unanswered` holds.",
    asks_for="asks for {topic}",
    it_is=" (it is {value})",
    fact_is=" ({fact} is {value})",
    unknown=" (not known)",
    denied=" (only to say no to it)",
    set_aside="set aside: {rule}, by {by}",
    also="also in force: {rules}",
    could_apply="Could apply",
    more=" and {count} more",
    more_rules="and {count} more; --why shows all",
    mentioned="Mentioned in the text",
    no_topics="It mentions none of the {count} topics of this policy.",
    assumed="Assumed, since nobody said",
    read="Read from the text",
    text_says="the text says {quotes}",
    unsure="{values} (more than one, so it is not known)",
    which="The text gives more than one value: {values}. Which is it?",
    changes="What would change it",
    change="{facts} → {verdict}",
    ask="Ask",
    ask_customer="to the customer: {question}",
    what_is="What is the {fact}?",
    ask_text="What does the customer write?",
    give="then run it again with: -f {fact}=…",
    give_text="then run it again with the text, or with what it is about: -t TOPIC",
    then_ask="after that, perhaps: {facts}",
    dont_know="Enter or ? where nobody knows",
    kinds={
        Kind.ONE_OF: "a name or a number from this list",
        Kind.ANY_OF: "names or numbers from this list, with commas",
    },
    low="",
    high="",
    bad_answer="`{given}` does not fit: it takes {takes}.",
    one_file="1 file",
    files="{count} files",
    formatted="{files} formatted",
    to_format="{files} to format",
    in_order="{files} already in order",
    left_alone="{files} left alone because of errors",
    phrases={},
)

JAPANESE = Words(
    language="ja",
    verdicts={"accept": "承諾", "decline": "お断り", "escalate": "引き継ぎ"},
    open="保留",
    operators={
        "is": "が{value}",
        "is not": "が{value}以外",
        "is one of": "が{value}",
        "at least": "が{value}以上",
        "at most": "が{value}以下",
        "more than": "が{value}を超える",
        "less than": "が{value}未満",
        "before": "が{value}より前",
        "after": "が{value}より後",
        "include": "に{value}を含む",
        "include none of": "に{value}を含まない",
        "asks for": "が{value}を求める",
        "mentions": "が{value}に触れる",
        "mentions none of": "が{value}に触れない",
    },
    between="が{low}から{high}まで",
    particle="が",
    the_request="ご要望",
    languages={"en": "英語", "ja": "日本語"},
    weekdays="月 火 水 木 金 土 日",
    moment="{day}（{weekday}） {clock}（{zone}）",
    comma="、",
    semicolon="。",
    colon="：",
    or_="または",
    and_="、かつ",
    quoted="「{}」",
    foreign="「{}」",
    named="{called}（{name}）",
    yes="はい",
    no="いいえ",
    none="なし",
    whole="ご要望全体",
    to="{verdict}：{team}",
    due="返信期限 {by}",
    granting="{amount}を承認",
    could_be="可能性：{verdicts}",
    at_least_these="（場合の数が多いため、実際には起こらないものを含むことがあります）",
    settled="確定（残りの事実がどうであっても変わりません）",
    waits="返信は、下の質問への答えを待っています。",
    reply="返信（{language}）",
    handover="引き継ぎメモ（{team}あて）",
    do="手順",
    why="理由",
    because="根拠：{values}",
    otherwise="当てはまるルールがないため、方針の `otherwise` によります。",
    unanswered="決め手となる事実が分からないため、方針の `unanswered` によります。",
    asks_for="{topic}についてのご要望",
    it_is="（実際は{value}）",
    fact_is="（{fact}は{value}）",
    unknown="（不明）",
    denied="（否定しているだけ）",
    set_aside="適用外：{rule}（{by}が優先）",
    also="ほかに該当：{rules}",
    could_apply="当てはまる可能性のあるルール",
    more=" ほか{count}件",
    more_rules="ほか{count}件（--why ですべて表示）",
    mentioned="本文にある話題",
    no_topics="この方針の{count}個の話題は、どれも本文にありません。",
    assumed="未入力のため仮定した事実",
    read="本文から読み取った事実",
    text_says="本文に{quotes}",
    unsure="{values}（複数あるため不明）",
    which="本文には複数の値があります：{values}。どれが正しいですか。",
    changes="何が変われば判定が変わるか",
    change="{facts} → {verdict}",
    ask="次に確認すること",
    ask_customer="お客様への質問：{question}",
    what_is="{fact}を確認してください。",
    ask_text="お客様からの本文は何ですか。",
    give="分かったら、次を付けて再実行：-f {fact}=…",
    give_text="分かったら、本文か話題（-t 話題名）を付けて再実行",
    then_ask="続いて確認するかもしれないこと：{facts}",
    dont_know="分からなければ Enter か ?",
    kinds={
        Kind.FLAG: "はい（y）かいいえ（n）",
        Kind.ONE_OF: "番号か名前",
        Kind.ANY_OF: "番号か名前（複数は , で区切る）",
        Kind.WHOLE: "整数",
        Kind.NUMBER: "数",
        Kind.MONEY: "金額（例：90 {currency}）",
        Kind.PERCENT: "パーセント（例：5%）",
        Kind.DURATION: "期間（例：3日）",
        Kind.DATE: "日付（例：2026-04-01）",
        Kind.TIME: "日時（例：2026-04-01T09:00）",
        Kind.TEXT: "文字列",
    },
    low="（{}以上）",
    high="（{}以下）",
    bad_answer="`{given}` は使えません。{takes}で答えてください。",
    one_file="1件",
    files="{count}件",
    formatted="整形：{files}",
    to_format="整形が必要：{files}",
    in_order="整形済み：{files}",
    left_alone="エラーのため変更なし：{files}",
    phrases={"any": "どの値でも", "another text": "ほかの文字列", "this or another text": "この文字列かほかの文字列"},
)


def words_of(language: str) -> Words:
    """The words in this language of the command line."""
    return JAPANESE if language == "ja" else ENGLISH
