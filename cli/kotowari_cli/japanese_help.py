"""The help of the command line in Japanese: paragraphs, examples and descriptions by their English ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

# The words in capitals that stand for what is to be typed.
WORDS: Final[Mapping[str, str]] = {
    "OPTIONS": "オプション",
    "COMMAND": "コマンド",
    "ARGS": "引数",
    "CODE": "コード",
    "DIR": "フォルダー",
    "FACT": "事実",
    "FILE": "ファイル",
    "FROM": "前",
    "NAME": "名前",
    "NEW": "新方針",
    "OLD": "旧方針",
    "PATH": "パス",
    "PERCENT": "割合",
    "RULE": "ルール",
    "TEXT": "文面",
    "TIME": "日時",
    "TO": "後",
    "TOPIC": "話題",
    "VALUE": "値",
    "VERDICT": "判定",
    "WORDS": "言葉",
}
_SHARED: Final[Mapping[str, str]] = {
    "Options": "オプション",
    "Commands": "コマンド",
    "Show this message and exit.": "この説明を表示します",
    "The policy's folder; else $KOTOWARI_POLICY, ./rules or the current folder.": (
        "方針のフォルダー。指定がなければ $KOTOWARI_POLICY、./rules、今のフォルダーの順に探します"
    ),
    "How to answer.": "出力の形式",
    "A fact; `plan=pro` will do.": "分かっている事実。`plan=pro` のように名前を縮めて書けます",
    "What it is about, or is not.": "ご要望の求めている話題。求めていない話題には `=no` を付けます",
    "The request as JSON or YAML; other options override it.": (
        "JSON か YAML で書いたご要望。ほかのオプションの指定が優先します"
    ),
    "The moment for requests that name none.": "日時のないご要望を判定する日時",
    "A file with the text.": "文面の入ったファイル",
}
_MAIN: Final[Mapping[str, str]] = {
    "Decide requests by a written policy: accept, decline or escalate, with the reason and the reply.": (
        "ご要望を、文書にした方針に沿って判定します。承諾、お断り、引き継ぎのどれになるかを、理由と返信とともに示します。"
    ),
    "The policy is --policy, else $KOTOWARI_POLICY, else ./rules or the current folder where that is a policy.": (
        "方針は --policy で指定します。指定がなければ $KOTOWARI_POLICY を、それもなければ ./rules か今のフォルダーを、"
        "方針として使います。"
    ),
    'kotowari check "Could you add Gantt charts?" -f plan=pro': (
        'kotowari check "ガントチャートを追加できますか" -f plan=pro'
    ),
    "Show the version.": "バージョンを表示します",
    "Decide one request: verdict, reply, reasons.": "ご要望を一つ判定し、返信と理由を示します",
    "Decide JSON Lines, one decision a line.": "JSON Lines のご要望を、1行に一つずつ判定します",
    "Compare two policies: rules, verdicts, requests.": "二つの方針のルール、判定、ご要望への影響を比べます",
    "Decide requests as if rules were otherwise.": "ルールを変えたら判定がどうなるかを示します",
    "Show what a text mentions.": "文面がどの話題に触れているかを示します",
    "Check a reply before it is sent.": "返信を、送る前に検査します",
    "Show rules, facts, topics, teams and values.": "ルール、事実、話題、担当、価値観などを表示します",
    "Report every problem of a policy.": "方針の問題をすべて指摘します",
    "Format rule files: one layout, comments kept.": "ルールファイルの書式を整えます（コメントは残ります）",
    "Run the examples and cases of a policy.": "方針の例とケースを実行します",
    "Start a policy from a shipped pack.": "付属の方針を写して、方針を作り始めます",
    "Print the JSON Schema of the policy's requests.": "方針が判定するご要望の JSON Schema を出力します",
    "Explain a diagnostic.": "指摘の意味と直し方を説明します",
}
_CHECK: Final[Mapping[str, str]] = {
    "Decide one request: the verdict, the reply to send, why, and what would change it.": (
        "ご要望を一つ判定します。判定、送る返信、その理由、何が違えば判定が変わるかを示します。"
    ),
    "TEXT is what the customer wrote, never the name of a file. Without a policy the shipped pack `starter` answers.": (
        "文面には、お客様の書いた文章を渡します（ファイルの名前ではありません）。"
        "方針がなければ、付属の方針 `starter` で答えます。"
    ),
    'kotowari check "Could you add Gantt charts?" --why-not accept': (
        'kotowari check "ガントチャートを追加できますか" --why-not accept'
    ),
    "A fact that nobody can find out.": "誰にも確かめられない事実。`all` は、渡していない事実のすべて",
    "The moment to decide for, such as 2026-04-01T09:00:00Z.": ("判定する時点の日時（例：2026-04-01T09:00:00+09:00）"),
    "Print the reply alone.": "返信だけを、この形式で表示します",
    "Put the reply on the clipboard as well.": "返信をクリップボードにも写します",
    "The language of the reply.": "返信の言語（日本語なら `ja`）",
    "Ask for what is missing; so it is on a terminal.": (
        "足りない事実を尋ねます／尋ねません。端末では、指定がなくても尋ねます"
    ),
    "Show every condition, and the words found in the text.": "すべての条件と、文面の中で見つけた言葉を示します",
    "Show what stands in the way of it, and what leads there.": (
        "その判定やルールにならない理由と、何が違えばそうなるかを示します"
    ),
    "Leave the request out of the JSON.": "JSON からご要望を省きます",
    "Exit with 0 accept, 10 decline, 20 escalate, 30 open.": (
        "判定を終了コードで示します。承諾は0、お断りは10、引き継ぎは20、保留は30です"
    ),
}
_BATCH: Final[Mapping[str, str]] = {
    "Decide JSON Lines: a request a line in, a decision a line out, in order.": (
        "JSON Lines のご要望（1行に一つ）を判定し、判定を同じ順に1行に一つずつ書き出します。"
    ),
    "A line that cannot be decided becomes a line with its number and `error`, and the exit code is 2 at the end.": (
        "判定できない行には、行の番号と `error` を書き、終了コードは2になります。"
    ),
    "Where the decisions go; written whole or not at all.": (
        "判定を書き出すファイル。最後まで書けたときだけ置き換えます"
    ),
    "Leave the requests out of the decisions.": "書き出す判定からご要望を省きます",
    "Share the work among N processes; else all cores.": (
        "N 個のプロセスで分担します。指定がなければ、すべてのコアを使います"
    ),
}
_DIFF: Final[Mapping[str, str]] = {
    "Compare two policies: what is declared otherwise, and a request for each way in which a verdict changes.": (
        "二つの方針を比べます。宣言の違いを示し、判定の変わり方ごとに、そうなるご要望の例を一つ示します。"
    ),
    "OLD and NEW are folders, or git revisions: `REV` is the policy's folder at that revision, `REV:PATH` another one. "
    "Without NEW it is the policy as it is now. With --requests the requests are shown that change.": (
        "旧方針と新方針には、フォルダーか git のリビジョンを書きます。`リビジョン` はその時点の方針のフォルダー、"
        "`リビジョン:パス` はその時点の別のフォルダーです。新方針を省くと、今の方針と比べます。"
        "--requests を付けると、判定の変わるご要望を示します。"
    ),
    "Real requests, as JSON Lines.": "実際のご要望（JSON Lines）",
    "Compare the replies to requests as well.": "ご要望への返信も比べます",
    "How many requests are listed.": "一覧に示すご要望の数",
    "Exit with 1 where this happens; also `team`, `reply` …": (
        "この変化（`accept:decline` など）があれば、終了コード1で終わります。`team` や `reply` なども書けます"
    ),
    "Changes that are accepted, as YAML.": "承認した変化を書いた YAML ファイル",
}
_WHAT_IF: Final[Mapping[str, str]] = {
    "Decide requests by the policy as it is and as it would be, and show what would be different.": (
        "ご要望を、今の方針と、変えたときの方針の両方で判定し、何が違ってくるかを示します。"
    ),
    "A declaration in FILE replaces that of the same kind and name; one that the policy does not have is added. A rule "
    "that is switched off takes its exceptions with it.": (
        "ファイルの中の宣言は、方針にある同じ種類・同じ名前の宣言を置き換えます。方針にない宣言は加わります。"
        "ルールを外すと、その例外も外れます。"
    ),
    'kotowari what-if "Could you add Gantt charts?" --without no-gantt': (
        'kotowari what-if "ガントチャートを追加できますか" --without no-gantt'
    ),
    "Many requests, as JSON Lines.": "複数のご要望（JSON Lines）",
    "A rule or a table that is switched off.": "外してみるルールか表",
    "Declarations that replace or add others.": "置き換えたり加えたりする宣言を書いたファイル",
    "Compare replies as well.": "返信も比べます",
    "How many changes are listed.": "一覧に示す変化の数",
}
_TOPICS: Final[Mapping[str, str]] = {
    "Show which topics TEXT mentions, by which words and patterns, and whether only to say no to them.": (
        "文面がどの話題に触れているかを、見つけた言葉とパターンとともに示します。"
        "「要らない」と言っているだけなら、そのことも示します。"
    ),
    "With --topic, also what the patterns of that topic miss where the text is not about it.": (
        "--topic を付けると、文面がその話題に触れていないときに、パターンがなぜ一致しないかも示します。"
    ),
    "A file with the text; with --format json, of requests as JSON Lines.": (
        "文面の入ったファイル。--format json のときは、ご要望を1行に一つ書いた JSON Lines のファイル"
    ),
    "Why the text is, or is not, about this topic.": "文面がこの話題に触れている理由か、触れていない理由を示します",
}
_REPLY: Final[Mapping[str, str]] = {
    "Check a reply that somebody has written, before it is sent.": "人やプログラムの書いた返信を、送る前に検査します。",
    "Check a reply text.": "返信の文面を検査します",
    "Check the reply in FILE: its parts, its words, and with --rule or --request whether it tells the decision.": (
        "ファイルにある返信の、構成と言葉づかいを検査します。--rule か --request を付けると、"
        "判定を正しく伝えているかも調べます。"
    ),
    "The exit code is 1 where errors are found; warnings and notes alone are no reason to stop.": (
        "エラーがあれば、終了コードは1です。警告と参考だけなら0です。"
    ),
    "The language of the reply; else told from it.": "返信の言語。指定がなければ文面から判断します",
    "The rule that the reply tells.": "この返信で伝えるルール",
    "The request that it answers, as JSON or YAML.": "この返信で答えるご要望（JSON か YAML）",
}
_SHOW: Final[Mapping[str, str]] = {
    "Show a rule, a fact, a topic or anything else of the policy in full; without a name, list everything.": (
        "方針の中のルール、事実、話題などを一つ、詳しく表示します。名前を書かなければ、すべてを一覧にします。"
    ),
    "one rule: its outcome, words and exceptions": "一つのルールの判定、返信文、例外",
    "all facts; so with rules, topics and the others": "すべての事実（rules、topics なども同じ）",
    "everything in which these words stand": "この言葉が出てくるもの",
    "Look for words in names, texts, patterns and replies.": "名前、文面、パターン、返信からこの言葉を探します",
}
_LINT: Final[Mapping[str, str]] = {
    "Report every problem of the policy in DIR, each with its place and what to do.": (
        "フォルダーにある方針の問題を、場所と直し方とともに、すべて指摘します。"
    ),
    "The exit code is 1 where there are errors; warnings alone are no reason to stop.": (
        "エラーがあれば、終了コードは1です。警告だけなら0です。"
    ),
    "Show all that is found, however much of one kind.": "同じ種類の指摘が多くても、省かずにすべて示します",
}
_FMT: Final[Mapping[str, str]] = {
    "Format rule files: those given, every *.rules file in the folders given, else those of the policy.": (
        "ルールファイルの書式を整えます。指定したファイルと、指定したフォルダーの中の *.rules ファイルが対象です。"
        "指定がなければ、方針のファイルを整えます。"
    ),
    "Meaning and comments stay as they are; a file with errors is shown and left alone. `-` is standard input to "
    "standard output.": (
        "意味とコメントは変わりません。エラーのあるファイルは、エラーを示すだけで、書き換えません。"
        "`-` は、標準入力を整えて標準出力に書き出します。"
    ),
    "the policy, as other commands find it": "方針（ほかのコマンドと同じように探します）",
    "for CI: exit code 1 where a file is not in order": "CI 用。整っていないファイルがあれば終了コード1",
    "Change nothing; name the files that would change, and exit with 1.": (
        "書き換えずに、整っていないファイルの名前を示し、終了コード1で終わります"
    ),
    "Change nothing; show what would change.": "書き換えずに、どこが変わるかを示します",
}
_TEST: Final[Mapping[str, str]] = {
    "Run the examples of the rules in DIR, and the cases of its cases/*.yaml.": (
        "フォルダーにある方針のルールの例と、cases/*.yaml のケースを実行します。"
    ),
    "A case that fails shows what was expected beside what came out, the clause that decided, and the rule that came "
    "nearest to what was expected. What failed is remembered for --failed in the user's folder for caches "
    "($XDG_CACHE_HOME/kotowari), under the path of the policy.": (
        "失敗したケースについては、期待と実際の結果、判定を決めた条件、期待に最も近かったルールを示します。"
        "失敗したものは、次の --failed のために、"
        "方針ごとにキャッシュのフォルダー（$XDG_CACHE_HOME/kotowari）に残します。"
    ),
    "With --coverage a table shows for each rule how often it was in force, how often one clause alone kept it from "
    "that, and which clauses no decision hung on, both where they are true and where they are false.": (
        "--coverage を付けると、ルールごとに、働いた回数、一つの条件だけに妨げられた回数、"
        "真のときや偽のときに一度も決め手にならなかった条件を、表にします。"
    ),
    "With --mutate the policy is changed in one place at a time: a comparison, a threshold, an outcome, a pattern. "
    "Each change that no example or case notices is shown with the case that would notice it, ready to paste.": (
        "--mutate を付けると、比較、しきい値、判定、パターンなど、方針を一か所ずつ変えてみます。"
        "どの例もケースも気づかなかった変更を、気づけるケースとともに示します。ケースはそのまま貼り付けられます。"
    ),
    "With --suggest requests are written for all that is not tried, as examples of rules and as cases, with the "
    "verdict that the policy gives now: whether it is right, a person has to judge.": (
        "--suggest を付けると、まだ試していないところを試すご要望を、ルールの例やケースとして書き出します。"
        "判定は今の方針によるものです。正しいかどうかは、人が確かめてください。"
    ),
    "The exit code is 1 where something fails, nothing was run, or less is covered or noticed than --fail-under says, "
    "2 where the cases cannot be read.": (
        "失敗があるとき、何も実行しなかったとき、網羅率や検出率が --fail-under に満たないとき、終了コードは1です。"
        "ケースを読めないときは2です。"
    ),
    "Only names with WORDS in them; * and ? too.": "この言葉（* と ? も可）が名前にあるものだけを実行します",
    "Only what is about this rule.": "このルールについてのものだけを実行します",
    "Only what stands in this file.": "このファイルにあるものだけを実行します",
    "Only what failed in the last run.": "前回失敗したものだけを実行します",
    "Stop at the first failure.": "最初の失敗で止めます",
    "Share the work among N processes.": "N 個のプロセスで分担します",
    "Run again whenever a file changes, until Ctrl-C.": "ファイルが変わるたびに実行します。Ctrl-C で終わります",
    "The moment for what names none; else the present.": "日時のないものを判定する日時。指定がなければ今です",
    "Show what the examples and cases have not tried.": "例とケースがまだ試していないものを示します",
    "Write the coverage as a page for a browser.": "網羅率を、ブラウザーで見るページとして書き出します",
    "With --coverage or --mutate: fail where less is covered or noticed.": (
        "--coverage か --mutate の結果がこの割合（%）に満たなければ、失敗とします"
    ),
    "Change the policy in one place at a time, and see whether anything fails.": (
        "方針を一か所ずつ変えて、例やケースが気づくかどうかを調べます"
    ),
    "Write examples and cases for what they have not tried, to paste.": (
        "まだ試していないものを試す例とケースを、貼り付けられる形で書き出します"
    ),
    "Write decisions as cases, instead of running any.": (
        "例やケースを実行せずに、このファイルの判定をケースとして書き出します"
    ),
    "With --from: where the cases go; written whole or not at all.": (
        "--from のケースを書き出すファイル。最後まで書けたときだけ置き換えます"
    ),
}
_OTHERS: Final[Mapping[str, str]] = {
    "Copy a shipped pack into DIR (else `rules`), which must not exist yet or be empty.": (
        "付属の方針を、フォルダー（指定がなければ `rules`）に写します。"
        "フォルダーは、まだないか、空であることが必要です。"
    ),
    "Which pack to copy.": "写す付属の方針の名前",
    "Print the JSON Schema (draft 2020-12) of the requests that the policy in DIR decides.": (
        "フォルダーにある方針が判定するご要望の JSON Schema（draft 2020-12）を出力します。"
    ),
    "Explain the diagnostic with this CODE: what to avoid, what to write, and why. Without one, list all codes.": (
        "このコードの指摘について、避ける書き方、望ましい書き方、理由を説明します。"
        "コードを書かなければ、すべてのコードを一覧にします。"
    ),
}
TEXTS: Final[Mapping[str, str]] = {
    **_SHARED,
    **_MAIN,
    **_CHECK,
    **_BATCH,
    **_DIFF,
    **_WHAT_IF,
    **_TOPICS,
    **_REPLY,
    **_SHOW,
    **_LINT,
    **_FMT,
    **_TEST,
    **_OTHERS,
}
