"""What is proved of a policy, and what needs no proof."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_RULES: Final[Mapping[str, str]] = {
    "for example {request}; {advice}": "例：{request}。{advice}",
    "(stated: asks for {topic})": "（{topic} を求めると指定）",
    "(stated: mentions {topic})": "（{topic} に触れると指定）",
    "(none of them)": "（どれも含まない）",
    "{names} and {count} more": "{names}、ほか{count}件",
    "[parts] and ": " と ",
    "`{rule}` can never apply: `{clause}` never holds": (
        "`{rule}` は決して当てはまりません。`{clause}` が成り立つことはありません"
    ),
    "`{rule}` can never apply: {clauses} never hold together": (
        "`{rule}` は決して当てはまりません。{clauses} が同時に成り立つことはありません"
    ),
    "never holds": "成り立つことなし",
    "one of them": "そのうちの一つ",
    "change a condition, or take the rule out": "条件を変えるか、ルールを取り除いてください",
    "there `{clause}` is false: {advice}": "このとき `{clause}` は偽です。{advice}",
    "`{rule}` can never apply: its condition never holds within its dates": (
        "`{rule}` は決して当てはまりません。期間のうちに条件が成り立つことはありません"
    ),
    "change its dates or its condition, or take the rule out": ("期間か条件を変えるか、ルールを取り除いてください"),
    "`{rule}` applied until {day} and never will again": ("`{rule}` が当てはまったのは {day} までで、今後はありません"),
    "take it out, or move its `until`": "取り除くか、`until` を延ばしてください",
    "`{rule}` can never apply: it would begin on {start} but end on {end}": (
        "`{rule}` は決して当てはまりません。{start} に始まるはずが、{end} に終わります"
    ),
    "change its dates, or those of its rule and of the strategies it cites": (
        "期間を変えてください。元のルールや、理由とする戦略の期間にもよります"
    ),
    "`{rule}` is never in force: whenever it applies, {others} sets it aside": (
        "`{rule}` は決して働きません。当てはまるときは必ず、{others} が退けます"
    ),
    "`{rule}` is never in force: whenever it applies, {others} set it aside": (
        "`{rule}` は決して働きません。当てはまるときは必ず、{others} のどれかが退けます"
    ),
    "take the rule out, or narrow what overrides it": ("ルールを取り除くか、上書きする側の条件を狭めてください"),
    "overrides it": "これが上書き",
    "`{rule}` never decides: whenever it is in force, so is {others}, which ranks before it": (
        "`{rule}` が判定を決めることはありません。働くときは必ず、優先順位が上の {others} も働きます"
    ),
    "`{rule}` never decides: whenever it is in force, so are {others}, which rank before it": (
        "`{rule}` が判定を決めることはありません。働くときは必ず、優先順位が上の {others} のどれかも働きます"
    ),
    "let it override what should not count there, or take it out": (
        "そこで優先すべきでないものを上書きさせるか、ルールを取り除いてください"
    ),
    "this would {verdict}": "こちらの判定は {verdict}",
    "`{rule}` would {verdict} what {others} would {verdicts}": (
        "同じ要望を、`{rule}` は {verdict}、{others} は {verdicts} とします"
    ),
    "{tension}, and the order of verdicts makes it `{verdict}`": "{tension}。優先順位により `{verdict}` になります",
    "let one override the other, or write `tension {rule}, {other} because …` where that is meant": (
        "一方に他方を上書きさせるか、それでよければ `tension {rule}, {other} because …` と書いてください"
    ),
    "`{rule}` changes nothing: whenever it is in force, `{other}` says the same": (
        "`{rule}` があってもなくても変わりません。働くときは必ず、`{other}` が同じことを述べます"
    ),
    "take it out, or let it say something of its own": "取り除くか、このルールだけのことを述べてください",
    "this says it as well": "こちらも同じことを述べます",
    "`{clause}` is always true, so it says nothing in `{name}`": (
        "`{clause}` は常に真で、`{name}` では意味がありません"
    ),
    "`{clause}` is always true where {cause}, so it says nothing in `{name}`": (
        "{cause} が成り立てば `{clause}` は常に真で、`{name}` では意味がありません"
    ),
    "`{clause}` never holds there, so it says nothing in `{name}`": (
        "`{clause}` がここで成り立つことはなく、`{name}` では意味がありません"
    ),
    "`{clause}` adds nothing to what else is listed there, so it says nothing in `{name}`": (
        "`{clause}` は並べたほかのものに何も加えず、`{name}` では意味がありません"
    ),
    "this says as much": "これだけで足ります",
    "take it out, or say what was meant": "取り除くか、本来の意味に直してください",
}
_POLICY: Final[Mapping[str, str]] = {
    "nothing but `otherwise` speaks where {gaps}{more}": "次の場合、`otherwise` しか答えません：{gaps}{more}",
    "[gaps]; ": "、または ",
    "; and {count} more": "、ほか{count}件",
    "; and more than {count} more": "、ほか{count}件以上",
    "nothing but `otherwise` may speak": "`otherwise` しか答えないことがあります",
    "write a rule for it, or leave out here what need not be covered": (
        "その場合のルールを書くか、網羅しなくてよいものをここから取り除いてください"
    ),
    "`{fact}` is more than {low} and less than {high}": "`{fact}` が {low} より大きく {high} より小さい",
    "`{fact}` is more than {low}": "`{fact}` が {low} より大きい",
    "`{fact}` is less than {high}": "`{fact}` が {high} より小さい",
    "no rule serves the value `{name}`": "価値観 `{name}` を支えるルールがありません",
    "no rule serves the strategy `{name}`": "戦略 `{name}` を支えるルールがありません",
    "let a rule cite it behind `because`, or take it out": ("ルールの `because` の後に書くか、取り除いてください"),
    "nothing uses the {kind} `{name}`": "{kind} `{name}` は、どこにも使われていません",
    "nothing uses {count} facts, `{name}` among them": "`{name}` など{count}個の事実は、どこにも使われていません",
    "nor this": "これも同じ",
    "take out what nobody gives, or write the rule that needs it": (
        "誰も渡さないものは取り除くか、それを使うルールを書いてください"
    ),
    "take it out, or write the rule that needs it": "取り除くか、それを使うルールを書いてください",
    "`{rule}` was to be reviewed by {day}, 1 day ago": "`{rule}` の見直しの期日は {day} でした（1日前）",
    "`{rule}` was to be reviewed by {day}, {days} days ago": "`{rule}` の見直しの期日は {day} でした（{days}日前）",
    "owned by `{owner}`": "責任を持つ担当：`{owner}`",
    "owned by nobody in particular": "責任を持つ担当なし",
    "look at it again and move `review by`, or take the rule out": (
        "見直して `review by` を延ばすか、ルールを取り除いてください"
    ),
    "{count} more of `{code}` are not shown": "`{code}` は、ほかに{count}件あります",
    "`kotowari lint --all` shows them": "`kotowari lint --all` ですべて表示します",
    "pairs of rules": "ルールの組",
    "not everything could be proved: 1 question takes more work than is allowed, about {about}": (
        "すべてを証明することはできませんでした。許された量に収まらない問いが1件あります：{about}"
    ),
    "not everything could be proved: {count} questions take more work than is allowed, about {about}": (
        "すべてを証明することはできませんでした。許された量に収まらない問いが{count}件あります：{about}"
    ),
    "what else is reported holds; smaller tables and fewer reckonings with two facts are easier": (
        "ほかの報告は成り立ちます。表を小さくし、二つの事実による計算を減らせば、証明しやすくなります"
    ),
}
SENTENCES: Final[Mapping[str, str]] = {**_RULES, **_POLICY}
