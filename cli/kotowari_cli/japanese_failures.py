"""What the command line says of wrong input, in Japanese: its sentences by their English ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_SYSTEM: Final[Mapping[str, str]] = {
    "`{name}`: {why}": "`{name}`：{why}",
    "Permission denied": "権限がありません",
    "Operation not permitted": "許されていない操作です",
    "No such file or directory": "ファイルもフォルダーもありません",
    "File exists": "すでにあります",
    "Is a directory": "フォルダーです",
    "Not a directory": "フォルダーではありません",
    "Directory not empty": "フォルダーが空ではありません",
    "File name too long": "ファイル名が長すぎます",
    "Too many levels of symbolic links": "シンボリックリンクがたどりきれません",
    "No space left on device": "ディスクに空きがありません",
    "Read-only file system": "書き込めないファイルシステムです",
    "Too many open files": "開いているファイルが多すぎます",
    "Input/output error": "入出力エラーです",
}
_USAGE: Final[Mapping[str, str]] = {
    "`{name}` is no command": "`{name}` というコマンドはありません",
    "{message}; did you mean `{name}`?": "{message}。`{name}` のことですか",
    "`{command} --help` shows how it is used": "使い方は `{command} --help` で表示します",
    "put a text of several words in quotes; {help}": "空白のある文面は引用符で囲んでください。{help}",
    "`{command}` lists them": "`{command}` で一覧を表示します",
    "`{command}` lists the rules": "`{command}` でルールの一覧を表示します",
    "leave out --ask": "--ask を外してください",
    "leave out --reply and --copy": "--reply と --copy を外してください",
    "`--why-not` answers a question, and sends no reply": "`--why-not` は質問に答えるもので、返信は出しません",
    "--reply prints the reply alone, so it does not go with --format json; leave one out": (
        "--reply は返信だけを表示するため、--format json と一緒には使えません。どちらかを外してください"
    ),
    "--reply prints the reply alone, so it does not go with --why; leave one out": (
        "--reply は返信だけを表示するため、--why と一緒には使えません。どちらかを外してください"
    ),
    "standard output is closed": "標準出力が閉じられています",
    "send it to /dev/null where nobody is to read it": "誰も読まないときは /dev/null に出してください",
    "a process that decided for `batch` was ended from outside": "`batch` で判定中のプロセスが、外から止められました",
    "memory may be short; try a smaller --jobs": (
        "メモリーが足りないのかもしれません。--jobs を小さくして試してください"
    ),
    "waiting for a change; Ctrl-C ends it": "変更を待っています。Ctrl-C で終わります",
    "[options]leave one of them out": "どれかを外してください",
    "give one of them": "どちらか一つにしてください",
    "add one of them": "どちらかを加えてください",
    "write it in full": "名前をすべて書いてください",
    "`{name}` may be {either}": "`{name}` は {either} のどれか分かりません",
}
_FILES: Final[Mapping[str, str]] = {
    "standard input": "標準入力",
    "standard input is closed": "標準入力が閉じられています",
    "give the name of a file instead of `-`": "`-` の代わりにファイルの名前を書いてください",
    "standard input is given twice": "標準入力が二度指定されています",
    "put one of them into a file": "どちらかをファイルにしてください",
    "there is no folder for {file}": "{file} を置くフォルダーがありません",
    "there is no file {file}": "{file} というファイルはありません",
    "check the name": "名前を確かめてください",
    "check the name; `-` is standard input": "名前を確かめてください。標準入力は `-` です",
    "{file} is a folder, not a file": "{file} はフォルダーです。ファイルが必要です",
    "give the name of a file in it": "その中のファイルの名前を書いてください",
    "cannot read {file}: {why}": "{file} を読み込めません：{why}",
    "cannot write {file}: {why}": "{file} に書き込めません：{why}",
    "cannot read `{name}`: {why}": "`{name}` を読み込めません：{why}",
    "{file} is larger than {size} MiB": "{file} が {size} MiB を超えています",
    "that is the limit for one request; split it": "一つの要望の上限です。分けてください",
    "{file} is not UTF-8: byte {offset} (from 0) is 0x{byte:02x}": (
        "{file} は UTF-8 ではありません：バイト {offset}（0から数えて）が 0x{byte:02x} です"
    ),
    "an argument is not UTF-8": "引数が UTF-8 ではありません",
    "give the text with --file, in UTF-8": "文面は --file で、UTF-8 のファイルから渡してください",
    "check its permissions, and those of its folder": "ファイルとフォルダーの権限をお確かめください",
    "name the folder of the policy alone: `{command} DIR`": (
        "方針のフォルダーだけを書いてください：`{command} フォルダー`"
    ),
    "{file} is empty": "{file} は空です",
    'write a request into it, such as `{{"text": "Please add SSO"}}`': (
        '`{{"text": "SSO に対応してほしい"}}` のような要望を書いてください'
    ),
    "{file} is {what}": "{file} は {what} です",
    "{advice}; {wanted}": "{advice}。{wanted}",
    "a ZIP archive, as Excel workbooks are, not text": "ZIP（Excel のブックなど）の形式",
    "an Office document, not text": "Office 文書の形式",
    "a PDF, not text": "PDF の形式",
    "compressed with gzip": "gzip で圧縮した形式",
    "UTF-16": "UTF-16",
    "binary data, not text": "テキストではないデータ",
    "export what it holds as text in UTF-8": "中身を UTF-8 のテキストに書き出してください",
    "put its words into a text file": "文面をテキストファイルにしてください",
    "unpack it first": "先に展開してください",
    "give a text in UTF-8": "UTF-8 のテキストを渡してください",
    'write one request on each line, such as `{{"text": "Please add SSO"}}`': (
        '`{{"text": "SSO に対応してほしい"}}` のように、1行に一つの要望を書いてください'
    ),
    "the line is longer than {size} MiB; split it": "行が {size} MiB を超えています。分けてください",
    "line {line}: {message}": "{line}行目：{message}",
    "column {column}: {message}": "{column}文字目：{message}",
    "{bad} of {total} lines could not be answered": "{total}行のうち{bad}行に答えられませんでした",
    "{first}; each has a line with `error` in the output": (
        "最初の誤り：{first}。出力の中に、それぞれ `error` のある行があります"
    ),
    "`-` is standard input, and stands alone": "`-` は標準入力で、ほかのファイルと一緒には使えません",
    "give files, or `-`": "ファイルか `-` のどちらかにしてください",
    "`{name}` is neither a file nor a folder": "`{name}` はファイルでもフォルダーでもありません",
    "`{name}` does not exist": "`{name}` はありません",
    "give rule files, or folders that hold some": "ルールファイルか、それのあるフォルダーを指定してください",
    "`{folder}` holds no rule files": "`{folder}` にルールファイルがありません",
    "their names end in `{ending}`; `kotowari init` starts some": (
        "ルールファイルの名前は `{ending}` で終わります。`kotowari init` で作り始められます"
    ),
}
_POLICY: Final[Mapping[str, str]] = {
    "name its folder with --policy DIR or {variable}, or start one with `kotowari init`": (
        "--policy か {variable} で方針のフォルダーを指定するか、`kotowari init` で作り始めてください"
    ),
    "there are rule files in `{folder}`, but none of them declares `policy`": (
        "`{folder}` にルールファイルはありますが、`policy` の宣言がありません"
    ),
    "no policy is named, and neither `rules` nor the current folder is one": (
        "方針の指定がなく、`rules` も今のフォルダーも方針ではありません"
    ),
    "{why}; the shipped pack `{pack}` answers (`kotowari init` copies it)": (
        "{why}。付属の方針 `{pack}` で答えます（`kotowari init` で写せます）"
    ),
    "{variable} names the policy; {advice}": "方針は {variable} で指定されています。{advice}",
    "the name of the policy's folder is empty": "方針のフォルダーの名前が空です",
    "name it; `.` is the current folder": "名前を書いてください。今のフォルダーは `.` です",
    "cannot read the folder `{name}`: {why}": "フォルダー `{name}` を読み込めません：{why}",
    "there is no folder `{name}`": "`{name}` というフォルダーはありません",
    "check the name; `kotowari init --pack {pack}` copies the shipped pack": (
        "名前を確かめてください。付属の方針なら `kotowari init --pack {pack}` で写せます"
    ),
    "`{name}` is not a folder": "`{name}` はフォルダーではありません",
    "a policy is a folder with *{ending} files; name that": (
        "方針は *{ending} ファイルのあるフォルダーです。それを指定してください"
    ),
    "there is no pack `{name}`": "`{name}` という付属の方針はありません",
    "there are {packs}": "付属の方針は {packs} です",
    "did you mean `{name}`? {there}": "`{name}` のことですか。{there}",
    "`{name}` is a folder with files in it": "`{name}` は、ファイルのあるフォルダーです",
    "`{name}` is there already and no folder": "`{name}` はすでにあり、フォルダーではありません",
    "name a new folder; nothing was changed": "新しいフォルダーの名前を書いてください。何も変更していません",
    "`{name}` is no file of this policy": "`{name}` というファイルは、この方針にありません",
}
_REQUEST: Final[Mapping[str, str]] = {
    "the text is given twice, as TEXT and with --file": "文面が、引数と --file の両方で渡されています",
    "standard input cannot be both the request and its text": "標準入力を、要望と文面の両方には使えません",
    "standard input gives the request, so it cannot give answers too": (
        "標準入力は要望に使われているため、答えには使えません"
    ),
    "`-f {word}` names no fact": "`-f {word}` に事実の名前がありません",
    "`-f {word}` gives no value": "`-f {word}` に値がありません",
    "write `-f {fact}={value}`": "`-f {fact}={value}` と書いてください",
    "write `--unavailable {fact}` where nobody can find it out": (
        "知るすべがないときは、`--unavailable {fact}` と書いてください"
    ),
    "FACT": "事実の名前",
    "VALUE": "値",
    "give it once": "一度だけ渡してください",
    "the topic `{name}` is given twice": "話題 `{name}` が二つあります",
    "`-t {word}` does not say how the request meets the topic": "`-t {word}` では、要望と話題の関わりが分かりません",
    "write `-t {topic}` where it asks for it, `-t {topic}=mentions` where it only comes up, or `-t {topic}=no`": (
        "求めているなら `-t {topic}`、触れているだけなら `-t {topic}=mentions`、"
        "どちらでもなければ `-t {topic}=no` と書いてください"
    ),
    "`{name}` is given in another way": "`{name}` は、別の方法で渡します",
    "give the text as TEXT or with --file": "文面は、引数か --file で渡してください",
    "give it with --language": "--language で渡してください",
    "the fact `{name}` is both given and unavailable": ("事実 `{name}` に値があるのに、知りようがないともされています"),
    "say one of them": "どちらか一方にしてください",
    "no text is given": "文面がありません",
    "give it as TEXT or with --file": "引数か --file で渡してください",
    "no request is given": "要望がありません",
    'give one as TEXT, such as "Could you add an export?", or with --requests': (
        "「書き出しがほしい」のように文面を渡すか、--requests で渡してください"
    ),
    "--requests gives the requests, so there is no place for another one": (
        "要望は --requests で渡されているため、ほかの要望は渡せません"
    ),
    "`{name}` is a table": "`{name}` は表です",
    "name one of its rows, such as `{row}`": "`{row}` のように、その行を指定してください",
    "`{name}` is neither a verdict nor a rule of this policy": "`{name}` という判定もルールも、この方針にありません",
    "there is no clipboard here, so nothing was copied": "ここにはクリップボードがないため、コピーしていません",
    "it takes one of the programs {names} on the PATH, and for all of X11 or Wayland a screen": (
        "PATH に {names} のどれかが必要です。X11 と Wayland のものには、画面も必要です"
    ),
    "`{name}` does not answer, so nothing was copied": "`{name}` が応答しないため、コピーしていません",
    "is there a screen?": "画面はありますか",
    "`{name}` cannot be run, so nothing was copied": "`{name}` を実行できないため、コピーしていません",
    "`{name}` failed, so nothing was copied": "`{name}` が失敗したため、コピーしていません",
    "it ended with {code}": "終了コードは {code} です",
}
_REPLIES: Final[Mapping[str, str]] = {
    "--policy alone says nothing of the reply": "--policy だけでは、返信について何も分かりません",
    "name a --rule of it, or a --request": "その --rule か、--request を指定してください",
    "--rule and --request are both given": "--rule と --request の両方が指定されています",
    "standard input cannot be both the reply and its request": "標準入力を、返信と要望の両方には使えません",
    "the reply is empty": "返信が空です",
    "give a file with the text of the reply": "返信の文面のあるファイルを指定してください",
    "Japanese cannot be read: SudachiPy and its dictionary are not installed": (
        "日本語を読めません。SudachiPy と辞書がインストールされていません"
    ),
    "install `kotowari[ja]`": "`kotowari[ja]` をインストールしてください",
    "the decision on this request is open": "この要望の判定は保留です",
    "`kotowari check --request` says which fact it waits for": (
        "どの事実が必要かは、`kotowari check --request` で分かります"
    ),
}
_TRIALS: Final[Mapping[str, str]] = {
    "cases": "件",
    "lines": "行",
    "`--from` writes decisions as cases, and runs none": "`--from` は判定をケースにするもので、ケースは実行しません",
    "leave out the options for a run": "実行のためのオプションを外してください",
    "`-o` goes with --from": "`-o` は --from と一緒に使います",
    "send what is printed into a file with `> FILE`": "表示をファイルに入れるには `> ファイル` と書いてください",
    "--suggest looks for what nothing has tried, whatever its name": (
        "--suggest は、まだ試していないことを、名前によらず探します"
    ),
    "choose with --rule or --file": "--rule か --file で選んでください",
    "--suggest prints what is to be pasted, and nothing else": "--suggest は、貼り付けるものだけを表示します",
    "leave one out, or take --format json": "どちらかを外すか、--format json にしてください",
    "--watch is for people, `--format {format}` for programs": (
        "--watch は人のため、`--format {format}` はプログラムのためのものです"
    ),
    "`--fail-under` goes with --coverage or --mutate": "`--fail-under` は --coverage か --mutate と一緒に使います",
    "`--format {format}` has no place for a coverage, mutants or suggestions": (
        "`--format {format}` では、網羅率、変更の検出、提案を出せません"
    ),
    "take text or json": "text か json にしてください",
    "the coverage is {percent}%, less than the {least}% of --fail-under": (
        "網羅率は{percent}%で、--fail-under の{least}%に足りません"
    ),
    "name a rule, or a file of rules": "ルールか、ルールのファイルを指定してください",
    "what failed cannot be remembered: {why}": "失敗したものを覚えておけません：{why}",
    "{why}; --failed will not know of this run": "{why}。この実行は --failed に反映されません",
    "nothing failed in the last run, as far as it is remembered; everything is run": (
        "覚えている限り、前回失敗したものはありません。すべてを実行します"
    ),
    "no case found that fits": "当てはまる例もケースもありません",
    "the policy has {trials}; their names begin with a rule's or stand in `name:`": (
        "方針には{trials}あります。名前は、ルールの名前で始まるか、`name:` に書いてあります"
    ),
    "{count} examples and cases": "例とケースが{count}件",
    "one case": "例かケースが1件",
    "no case found: no rule has an example, and there is no file in `cases`": (
        "例もケースもありません。ルールに例がなく、`cases` にファイルがありません"
    ),
    "no case found in `{folder}`: no rule has an example, and there is no file in `cases`": (
        "`{folder}` に例もケースもありません。ルールに例がなく、`cases` にファイルがありません"
    ),
    "this is pytest {version}; policies need pytest 8 or newer": (
        "pytest は {version} ですが、方針には pytest 8 以降が必要です"
    ),
    "there is no folder `{name}` in {base}": "{base} に `{name}` というフォルダーはありません",
    'write `example "…"` into a rule, or a file `{file}`': (
        "ルールに `example 「…」` を書くか、ファイル `{file}` を作ってください"
    ),
    "there is no decision in {file}": "{file} に判定がありません",
    "give what `kotowari batch` or `check --format json` writes": (
        "`kotowari batch` か `check --format json` の出力を渡してください"
    ),
    "so it is with {count} more": "ほかにも同じものが{count}件あります",
}
_COMPARISON: Final[Mapping[str, str]] = {
    "the name of a policy is empty": "方針の名前が空です",
    "name its folder or a git revision; `.` is the current folder": (
        "フォルダーか git のリビジョンを書いてください。今のフォルダーは `.` です"
    ),
    "for a git revision: {why}; write REV:PATH, or --policy DIR": (
        "git のリビジョンとしては：{why}。`リビジョン:パス` と書くか、--policy を付けてください"
    ),
    "so it is with `{name}`:": "`{name}` の誤り：",
    "z3 is not installed, so nothing shows what --fail-on asks for": (
        "z3 がインストールされていないため、--fail-on の変化を確かめられません"
    ),
    "pip install 'kotowari[verify]', or give requests with --requests": (
        "pip install 'kotowari[verify]' を実行するか、--requests で要望を渡してください"
    ),
    "`{word}` is no kind of change": "`{word}` という変化の種類はありません",
    "write `accept:decline`, `any:open`, `possible`, `team` or `reply`": (
        "`accept:decline`、`any:open`、`possible`、`team`、`reply` のように書いてください"
    ),
    "{file} is no list of approvals": "{file} は、承認した変化の一覧ではありません",
    "nothing is to be different": "変えるところがありません",
    "say what with --without RULE or --with FILE": "--without（ルール）か --with（ファイル）で指定してください",
    "`--with` declares nothing": "`--with` のファイルに宣言がありません",
    "write rules, facts or topics into the file": "ファイルにルール、事実、話題などを書いてください",
    "`{name}` is switched off and declared anew": "`{name}` が、外されているのに宣言もされています",
    "leave out --without, or its declaration": "--without か、その宣言を外してください",
    "`{file}` names it for the rows of `{table}`: put it beside that file": (
        "`{file}` が `{table}` の行のために指定しています。そのファイルの隣に置いてください"
    ),
    "`git` does not answer": "`git` が応答しません",
    "is the repository on a drive that is far away?": "リポジトリーは遠くのドライブにありますか",
    "`git` cannot be run": "`git` を実行できません",
    "`{name}` is no policy: no rule file right in it declares one": (
        "`{name}` は方針ではありません。直下のルールファイルに方針の宣言がありません"
    ),
    "name its folder: REV:PATH": "方針のフォルダーを REV:PATH で指定してください",
    "`{name}` is not a folder, and without git it can be no revision": (
        "`{name}` はフォルダーではなく、git がないためリビジョンとしても読めません"
    ),
    "install git, or name a folder": "git をインストールするか、フォルダーを指定してください",
    "`{name}` is not a folder, and `{policy}` lies in no git repository": (
        "`{name}` はフォルダーではなく、`{policy}` は git のリポジトリーにありません"
    ),
    "git says: {told}": "git の表示：{told}",
    "`{name}` is neither a folder nor a git revision": "`{name}` は、フォルダーでも git のリビジョンでもありません",
    "check the name; `git log` lists revisions": "名前を確かめてください。リビジョンの一覧は `git log` で表示します",
    "there is no folder `{path}` at `{revision}`": "`{revision}` に `{path}` というフォルダーはありません",
    "`git ls-tree {revision}` lists what there is": "あるものの一覧は `git ls-tree {revision}` で表示します",
    "git cannot list the files of `{name}`": "git で `{name}` のファイルの一覧を読めません",
    "is the repository whole? `git fsck` tells": "リポジトリーは壊れていませんか。`git fsck` で分かります",
    "`{name}` has more than {size} MiB or {count:,} rule files": (
        "`{name}` が {size} MiB か、ルールファイル{count:,}個を超えています"
    ),
    "git cannot read the files of that revision": "git でそのリビジョンのファイルを読めません",
    "git has no content for `{path}`": "git に `{path}` の中身がありません",
    "fetch it first: this clone is not whole": "このクローンは全部ではありません。先に取得してください",
}
FAILURES: Final[Mapping[str, str]] = {
    **_SYSTEM,
    **_USAGE,
    **_FILES,
    **_POLICY,
    **_REQUEST,
    **_REPLIES,
    **_TRIALS,
    **_COMPARISON,
}
