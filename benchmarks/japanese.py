"""Measures what deciding Japanese requests costs, beside the analysis of the same text by SudachiPy alone.

    python benchmarks/japanese.py [--pack PACK] [--rounds N] [--again] [--within RATIO RATIO] [--json]

Requests of about 200 characters are decided by a pack, the starter pack unless named: some that mention topics of it,
some with words that begin like one of a topic's, and one without any. The unit is SudachiPy's analysis of the text into
its short units, with the fields that the engine reads. Printed are the microseconds of the unit, and how many units it
costs to find the topics, to give the verdict, and to give the decision as data with reasons, reply and notes: the
medians of the rounds, 30 unless given. A round takes all requests and costs in turn, as at a desk; with --again it is
one cost of one request again and again, which finds everything in the caches of the processor. Time is that of the
processor, so that other programs count for little. Exit codes: 0 done; 1 the median of the verdict is beyond the first
RATIO where there are topics, or beyond the second where nothing is alike; 2 wrong options.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Final, NamedTuple, TypedDict

import kotowari
from kotowari.text.japanese.morphemes import sudachi

ROUNDS: Final = 30
# So often every request is decided before anything is measured: what is compiled when it pays off then is.
BEFORE: Final = 10
NOW: Final = datetime(2026, 11, 20, tzinfo=UTC)

WITH_TOPICS: Final = (
    (
        "お世話になっております。先月からチームの八人で使っている者です。大きな会議の前に進み具合を一枚で見せたいので、"
        "ガントチャートを追加していただけないでしょうか。今は表計算に写してから図にしており、毎週二時間ほどかかっています。"
        "急ぎではありませんが、予定があるかどうかだけでも知りたいです。ほかの部署からも同じ声が出ています。"
        "色分けと担当者の名前も出ると、とても助かります。どうぞよろしくお願いいたします。"
    ),
    (
        "先週の金曜日に年払いで申し込みましたが、家族の事情で使えなくなってしまいました。まだ一度も開いていませんので、"
        "返金をお願いできませんでしょうか。領収書の番号は後ほどお送りします。支払いはカードで、名義は私のものです。"
        "解約の手続きがまだでしたら、あわせて進めてください。お忙しいところ恐れ入りますが、来週の水曜日までにお返事を"
        "いただけると助かります。こちらから何か送るものがあれば、遠慮なくおっしゃってください。"
    ),
    (
        "弊社では外部のクラウドに資料を置くことが規則で禁じられております。そのため、自社サーバーで動かせる版があれば"
        "購入を考えたいのですが、そのような形での提供はございますか。あわせて、シングルサインオンに対応しているかどうか、"
        "契約書を取り交わせるかどうかも伺いたいです。割引は求めておりません。利用者は百二十人ほどで、"
        "来年の四月から始められればと考えております。資料があればお送りください。よろしくお願いします。"
    ),
    (
        "昨日からログインできず、困っています。パスワードを忘れたわけではなく、正しく入れても白い画面のまま先へ進みません。"
        "別の端末でも同じでした。明日の朝の打ち合わせで使う資料が中にありますので、できるだけ早く直していただきたいです。"
        "電話でのご連絡は不要で、メールで十分です。なお、データのエクスポートだけでも先にできるのであれば、"
        "そのやり方を教えてください。画面の写真が要るようでしたら、すぐにお送りします。"
    ),
)
ALIKE: Final = (
    (
        "はじめまして。友人に勧められて、昨年の秋から庭の野菜の様子を書きとめています。毎朝の気温や水やりの量、"
        "虫のついた葉の数などを日ごとにならべて眺めるのが楽しみになりました。娘も横で見ていて、このごろは自分でも"
        "絵を描いて残しています。冬のあいだは何も植えていませんが、春になったらまた豆とトマトを育てるつもりです。"
        "山の近くに住んでいるので、雪がとけるのは四月の半ばごろになりそうです。それまで元気でお過ごしください。"
    ),
    (
        "こんばんは。夜おそくにすみません。本を読んだあとの気づきを短い文で残していて、もう三百を超えました。読みかえすと、"
        "そのころに考えていたことがよみがえってきます。町の図書館の集まりで話したところ、年配の方にも興味をもって"
        "いただけました。来月は海辺の町まで出かけて、土地の昔ばなしを聞いてくる予定です。天気がよければ船にも乗ります。"
        "帰ったら、また思い出をまとめるつもりです。みなさまもお体を大切に。"
    ),
    (
        "祖母の昔の味を忘れないように、煮物や漬物の作り味を少しずつ書いています。塩の加減は手のひらで覚えるものだと"
        "いつも言われていましたが、私はすぐ忘れてしまうので、重さをはかって残すことにしました。妹は魚が好きで、"
        "弟は豆ばかり食べます。正月には親戚が十五人ほど集まるので、大きな鍋を二つならべます。雪の日は道が悪いため、"
        "米や味噌は早めに買っておきます。そんなことまで書いておくと、次の年に役に立つものです。"
    ),
)
NOTHING: Final = (
    (
        "娘も横で見ています。春には豆とトマトを育てます。山の近くに住んでいます。年配の人も興味をもちました。"
        "祖母の昔の味を残しています。弟は豆ばかり食べます。正月には親戚が十五人ほど集まります。"
        "祖父は畑の隅に小さな池を作りました。池には赤い魚が三匹います。猫は火のそばでねむります。"
        "橋の上から山が見えます。父は木の椅子を作ります。私は毎日その日のことを短く記しています。"
        "窓の外に白い花が咲いています。麦の穂が風にゆれています。"
    ),
)


class Cost(NamedTuple):
    """What one request costs, in microseconds: SudachiPy's analysis, its topics, its verdict, the decision as data."""

    unit: float
    topics: float
    verdict: float
    data: float


class Row(TypedDict):
    """What one request costs: the unit in microseconds, the rest in units."""

    kind: str
    chars: int
    sudachi_us: float
    topics: float
    verdict: float
    data: float


def main(words: list[str]) -> int:
    """Measure and print; the exit code."""
    chosen = _parser().parse_args(words)
    policy = kotowari.load(kotowari.packs() / chosen.pack)
    kinds = {"topics": WITH_TOPICS, "alike": ALIKE, "nothing": NOTHING}
    found = {
        kind: rows(kind, texts, costs(policy, texts, chosen.rounds, again=chosen.again))
        for kind, texts in kinds.items()
    }
    print(json.dumps([row for some in found.values() for row in some], indent=1) if chosen.json else table(found))
    first, second = chosen.within or [float("inf")] * 2
    return int(median(found["topics"]) > first or median(found["nothing"]) > second)


def rows(kind: str, texts: Sequence[str], found: Sequence[Cost]) -> list[Row]:
    """The rows of some requests."""
    return [
        Row(
            kind=kind,
            chars=len(text),
            sudachi_us=cost.unit,
            topics=cost.topics / cost.unit,
            verdict=cost.verdict / cost.unit,
            data=cost.data / cost.unit,
        )
        for text, cost in zip(texts, found, strict=True)
    ]


def median(found: Sequence[Row]) -> float:
    """The median of what a verdict costs, in units."""
    return statistics.median(row["verdict"] for row in found)


def table(found: Mapping[str, Sequence[Row]]) -> str:
    """All rows, with the median of each kind."""
    lines = [f"{'':22}{'SudachiPy µs':>13}{'topics':>9}{'verdict':>9}{'as data':>9}   (in units of the first)"]
    for kind, some in found.items():
        for row in some:
            shown = f"{kind}, {row['chars']} chars"
            units = f"{row['topics']:9.2f}{row['verdict']:9.2f}{row['data']:9.2f}"
            lines.append(f"{shown:22}{row['sudachi_us']:13.0f}{units}")
        lines.append(f"{kind + ', median':44}{median(some):9.2f}")
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measures what deciding Japanese requests costs.")
    parser.add_argument("--pack", default="starter")
    parser.add_argument("--rounds", type=_count, default=ROUNDS)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--within", type=float, nargs=2, metavar="RATIO")
    parser.add_argument("--json", action="store_true")
    return parser


def _count(word: str) -> int:
    count = int(word)
    if count < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return count


def costs(policy: kotowari.Policy, texts: Sequence[str], rounds: int, *, again: bool = False) -> list[Cost]:
    """What each text costs: the medians of the rounds, each of all texts in turn or of one cost `again` and again."""
    ways: tuple[Callable[[str], object], ...] = (
        sudachi().tokenize,
        policy.topics,
        lambda text: policy.decide({"text": text}, now=NOW).verdict,
        lambda text: policy.decide({"text": text}, now=NOW).to_dict(),
    )
    for way in ways:
        for text in (*texts,) * BEFORE:
            way(text)
    times, once = (1, rounds) if again else (rounds, 1)
    took = [[[[_timed(way, text) for _ in range(once)] for way in ways] for text in texts] for _ in range(times)]
    return [
        Cost(*(statistics.median(one for each in took for one in each[number][way]) for way in range(len(ways))))
        for number in range(len(texts))
    ]


def _timed(way: Callable[[str], object], text: str) -> float:
    start = time.thread_time()
    way(text)
    return (time.thread_time() - start) * 1e6


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
