"""What is said of replies, and of scripts that write them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WORDS: Final[Mapping[str, str]] = {
    "`{text}` promises a date that nobody may keep": "`{text}` は、誰にも守れないかもしれない期日の約束です",
    "say what happens with the wish and what would change the answer, without a date": (
        "ご要望をどう扱うか、何が変われば答えが変わるかを、期日なしで書いてください"
    ),
    "`{text}` leaves a hope that is not there": "`{text}` は、かなわない期待を持たせます",
    "say no clearly; if the wish is kept somewhere, say where": (
        "できないことをはっきり書いてください。ご要望を記録するなら、どこに記録するかを書きます"
    ),
    "`{text}` is a reason that is only about us": "`{text}` は、こちらの都合だけの理由です",
    "say what the customer gets from it": "それがお客様に何をもたらすかを書いてください",
    "`{text}` tells the customer an inside matter": "`{text}` は社内のことで、お客様に伝えるものではありません",
    "leave it out; it belongs in the note to the team": "取り除いてください。書くなら、担当への引き継ぎ書です",
    "`{text}` leaves open whether the answer is a no": "`{text}` では、お断りなのかどうかが分かりません",
    "give the answer in one clear sentence": "答えを、はっきりした一文で書いてください",
    "`{text}` has not been filled in": "`{text}` が埋められていません",
    "write the words that belong there": "そこに入る言葉を書いてください",
    "`{text}` appeals to a rule instead of giving a reason": "`{text}` は、理由の代わりに規則を持ち出しています",
    "say what the rule is good for, or name the law where it is one": (
        "その規則が何のためにあるかを書いてください。法律であれば、その名前を書きます"
    ),
    "`{text}` blames the customer": "`{text}` は、お客様のせいにする言い方です",
    "say what to do next, without saying whose fault it was": (
        "誰のせいかには触れず、次にどうすればよいかを書いてください"
    ),
    "`{text}` claims more than anybody can keep": "`{text}` は、誰にも守りきれない言い方です",
    "say what holds now": "今どうであるかを書いてください",
    "`{text}` is a bare no": "`{text}` は、そっけないお断りです",
    "thank, answer in a whole sentence, and give the reason": ("お礼を述べ、完全な文で答え、理由を添えてください"),
    "`{text}` gives the customer an order": "`{text}` は、お客様に命令する言い方です",
    "offer the step: `you can …`, `please …`, `the next step is …`": (
        "手順をご案内してください：`you can …`、`please …`、`the next step is …`"
    ),
    "`{text}` says that we are helpless": "`{text}` は、なすすべがないという言い方です",
    "say what can be done, and who decides the rest": "できることと、残りを誰が決めるかを書いてください",
    "`{text}` apologises for how the customer feels, not for what happened": (
        "`{text}` は、起きたことではなく、お客様のお気持ちについてのお詫びです"
    ),
    "name what went wrong: `we are sorry that …`": "何がいけなかったかを書いてください：`we are sorry that …`",
    "`{text}` prepares for bad news without saying anything": "`{text}` は、悪い知らせの前置きで、内容がありません",
    "begin with the answer; keep the word where the customer has a real loss": (
        "答えから始めてください。この言葉は、お客様に実際の損失があるときに使います"
    ),
    "`{text}` takes the thanks back": "`{text}` は、お礼を打ち消しています",
    "end the sentence before `but`": "`but` の前で文を終えてください",
    "`{text}` makes a favour of it": "`{text}` は、恩を着せる言い方です",
    "say what you do; every customer in the same case gets the same": (
        "何をするかを書いてください。同じ場合なら、どのお客様にも同じようにします"
    ),
    "`{text}` blames colleagues": "`{text}` は、同僚のせいにする言い方です",
    "speak for the company: `we`": "会社として `we` で書いてください",
    "`{text}` makes the customer feel alone with it": "`{text}` では、お客様が自分だけだと感じます",
    "leave out what others do or do not": "ほかの人がどうであるかは、取り除いてください",
    "a sentence that begins with `{text}` argues with the customer": (
        "`{text}` で始まる文は、お客様に言い返すように聞こえます"
    ),
    "「ただ、」や「一方で、」 or no conjunction at all": "「ただ、」や「一方で、」にするか、接続詞を取り除いてください",
    "`{text}` sounds unsure": "`{text}` は、自信のない言い方です",
    "say it plainly: 「いたしかねます」「～でございます」": (
        "「いたしかねます」「～でございます」のように、言い切ってください"
    ),
    "`{text}` is how friends talk": "`{text}` は、友人どうしの話し方です",
    "write 「それでは」「少々」「承知いたしました」": "「それでは」「少々」「承知いたしました」のように書いてください",
    "`{text}` is polite twice over": "`{text}` は、二重の敬語です",
    "one honorific is enough: 「おっしゃる」「ご覧になる」「いたします」": (
        "敬語は一つで足ります：「おっしゃる」「ご覧になる」「いたします」"
    ),
    "`{text}` speaks down to the customer": "`{text}` は、お客様を見下ろす言い方です",
    "write the name, or 「お客様」": "お名前か「お客様」と書いてください",
    "some readers take `{text}` for impolite": "`{text}` を失礼と感じる方もいます",
    "「いたしかねます」 is safe": "「いたしかねます」なら安心です",
}
_PARTS: Final[Mapping[str, str]] = {
    "the reply begins without a word of thanks or empathy": "返信の初めに、お礼も共感もありません",
    "thank the customer in the first or second sentence, and say back what was asked": (
        "初めの二文のどちらかでお礼を述べ、ご要望の内容に触れてください"
    ),
    "the reply does not say who answers, and by when": "誰がいつまでに答えるのかが、返信にありません",
    "the reply does not say a clear yes or no": "できるのか、できないのかが、返信からはっきり分かりません",
    "give the answer in one sentence, among the first three": "答えを、初めの三文のうちの一文で書いてください",
    "what there is instead comes before the answer": "答えの前に、代わりの方法があります",
    "answer first, then the reason, then what there is instead": "答え、理由、代わりの方法の順に書いてください",
    "the answer comes as late as sentence {number}": "答えが{number}番目の文まで出てきません",
    "answer among the first three sentences; reasons come behind it": (
        "初めの三文のうちに答えてください。理由はその後に書きます"
    ),
    "this refusal has no reason": "このお断りには理由がありません",
    "say which value is behind it, and what the customer gets from that": (
        "どの価値観によるのか、それがお客様に何をもたらすのかを書いてください"
    ),
    "there is nothing instead, and no word that there is nothing": (
        "代わりの方法も、代わりがないという言葉もありません"
    ),
    "offer another way, or say that you know of none": "ほかの方法をご案内するか、ないことをお伝えください",
    "`{text}` apologises again": "`{text}` で、お詫びを繰り返しています",
    "apologise once for what went wrong, at most once more at the end, and use the room for what helps": (
        "お詫びは、いけなかったことに一度、多くても最後にもう一度とし、あとはお役に立つことを書いてください"
    ),
    "this apology does not say what it is for": "何についてのお詫びか分かりません",
    "name what happened, or leave it out: a refusal is no wrong": (
        "何があったのかを書くか、取り除いてください。お断りは過ちではありません"
    ),
    "{count} negatives in one sentence": "一つの文に打ち消しが{count}個あります",
    "{count} negatives in one paragraph": "一つの段落に打ち消しが{count}個あります",
    "say once what is not there, and from then on what is": ("ないことは一度だけ述べ、あとはあることを書いてください"),
    "from here on few read the reply: it has {length} characters": (
        "返信が{length}文字あり、ここから先はほとんど読まれません"
    ),
    "from here on few read the reply: it has {length} words": (
        "返信が{length}語あり、ここから先はほとんど読まれません"
    ),
    "{most} are read to the end: keep the answer, one reason, one way out; link to the rest": (
        "最後まで読まれるのは、長さ{most}までです。答え、理由一つ、方法一つを残し、あとはリンクにしてください"
    ),
    "`{what}` stands here in `{one}`, but not in `{other}`": (
        "`{what}` が `{one}` ではここにありますが、`{other}` にはありません"
    ),
    "say the same in every language of the policy": "方針のどの言語でも、同じことを述べてください",
    "the other language stands here": "もう一方の言語",
    "this answer refuses {count} different wishes": "この答えは、{count}種類の違うご要望を断っています",
    "{names} and others": "{names} など",
    "name the wish with `{{asked}}`, or write an answer for each of {rules}": (
        "`{{asked}}` でご要望に触れるか、{rules} のそれぞれに答えを書いてください"
    ),
}
_JAPANESE: Final[Mapping[str, str]] = {
    "`{text}` has no cushion before it": "`{text}` の前に、クッション言葉がありません",
    "「恐れ入りますが、」「申し訳ございませんが、」 before it, and 「いたしかねます」 for the refusal": (
        "前に「恐れ入りますが、」「申し訳ございませんが、」を置き、「いたしかねます」とお断りしてください"
    ),
    "`{text}` comes only after the refusal": "`{text}` が、お断りの後にあります",
    "move it before the refusal": "お断りの前に移してください",
    "this sentence is not in the です・ます style of the others": "ほかの文は「です・ます」ですが、この文は違います",
    "end every sentence with です or ます": "どの文も「です」か「ます」で終えてください",
    "`{text}` is half-width kana": "`{text}` は半角カナです",
    "`{text}` is full-width": "`{text}` は全角です",
    "write kana full-width, letters and digits half-width": "カナは全角、英数字は半角で書いてください",
    "「させていただく」 stands {count} times in this reply": "この返信には「させていただく」が{count}回あります",
    "write 「いたします」 where nobody's leave is asked": "許しを得るのでなければ「いたします」と書いてください",
}
_AGAINST: Final[Mapping[str, str]] = {
    "says no": "お断りしています",
    "says yes": "承諾しています",
    "hands over": "引き継いでいます",
    "is a decline": "お断りです",
    "is an accept": "承諾です",
    "is an escalation": "引き継ぎです",
    "this draft {says}, but the decision {decides}": "この下書きは{says}が、判定は{decides}",
    "say what was decided; if the decision is wrong, change the rule or the facts": (
        "判定のとおりに書いてください。判定が間違っていれば、ルールか事実を直します"
    ),
    "the reply does not say back what was asked: {asked}": "返信が、ご要望の内容に触れていません：{asked}",
    "name it in the thanks or in the answer": "お礼か答えの中で触れてください",
    "no sentence of the draft has the words of the decision's reason": (
        "下書きのどの文にも、判定の理由の言葉がありません"
    ),
    "say this reason, or see that yours says the same: {reason}": (
        "この理由を書くか、書いた理由が同じ意味かを確かめてください：「{reason}」"
    ),
    "this asks for what is known already: {known}": "すでに分かっていることを尋ねています：{known}",
    "leave the question out, or say what you have and ask whether it is right": (
        "質問を取り除くか、分かっていることを示して、正しいかどうかを尋ねてください"
    ),
    "`{hidden}` is an inside matter": "`{hidden}` は社内のことです",
    "the draft hands over to {team}, the decision to {decided}": (
        "下書きの引き継ぎ先は「{team}」ですが、判定では「{decided}」です"
    ),
    "name the team of the decision": "判定の引き継ぎ先を書いてください",
    "`{text}` promises more than the team keeps": "`{text}` は、担当の期限より早い約束です",
    "the team answers within {within}: say that, or `{{by}}`": (
        "担当の期限は `{within}` です。それに合わせるか、`{{by}}` と書いてください"
    ),
}
SENTENCES: Final[Mapping[str, str]] = {**_WORDS, **_PARTS, **_JAPANESE, **_AGAINST}
