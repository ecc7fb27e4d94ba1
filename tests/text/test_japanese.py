from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.text.finding import found

from kotowari.text.fold import fold
from kotowari.text.lexicon import lines
from kotowari.text.patterns.pattern import Pattern


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("返金", "返金希望"),
        ("返金", "全額返金してください"),
        ("返金", "再返金可"),
        ("解約", "早期解約"),
        ("解約", "途中解約料"),
        ("工程表", "工程表作成"),
        ("京都", "京都府の店"),
        ("京都", "東京と京都"),
        ("部屋", "2部屋分"),
        ("高い", "手数料高いです"),
        ("ガントチャート", "ガントチャート機能"),
        ("ガントチャート", "新ガントチャート"),
        ("ガントチャート", "ｶﾞﾝﾄﾁｬｰﾄ"),
        ("パスワード", "パスワードリセット"),
        ("コンピュータ", "コンピューター"),
        ("バグ", "バグ報告"),
        ("バグ", "ばぐが出ます"),
        ("カスタム項目", "カスタム項目が要る"),
        ("りんご", "リンゴが好き"),
        ("個別(の|に)契約", "個別の契約"),
        ("(自社|弊社)サーバー", "自社サーバー"),
        ("エクスポ*", "エクスポート"),
        ("解約*", "早期解約料"),
        ("シングル・サインオン", "シングル サインオン"),
        ("リンゴ", "リンゴジュース"),
        ("浴場", "大浴場"),
        ("大浴場", "大浴場"),
        ("朝食", "朝食付き"),
        ("死", "死、という字"),
    ],
)
def test_a_word_is_found(word: str, text: str) -> None:
    assert len(found(word, text)) == 1


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("京都", "東京都に住んでいます"),
        ("死", "必死です"),
        ("死", "死亡"),
        ("死", "死ぬ"),
        ("料金", "無料金庫"),
        ("払い", "不払い"),
        ("社会", "反社会的"),
        ("バグ", "バグダッド"),
        ("バグ", "デバグ"),
        ("規則", "不規則な表示"),
        ("品質", "商品質問"),
        ("本人", "日本人"),
        ("サイト", "してくださいと言った"),
        ("データ ... 消して", "データが壊れた。机の上を消して"),
        ("データ ... 消して", "データというものがこの世にあるとして、いつかそれをすべて消して"),
    ],
)
def test_a_part_of_another_word_is_not(word: str, text: str) -> None:
    assert found(word, text) == []


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        # spellings
        ("申込み", "お申し込みは", "申し込み"),
        ("申し込み", "申込の", "申込"),
        ("引越し", "引っ越しします", "引っ越し"),
        ("サーバ", "サーバーが落ちた", "サーバー"),
        ("サーバー", "ｻｰﾊﾞが落ちた", "ｻｰﾊﾞ"),
        ("フォルダー", "フォルダを", "フォルダ"),
        ("子供", "こどもと", "こども"),
        ("ご飯", "御飯を", "御飯"),
        ("二人", "２人で", "２人"),
        ("料金の見積もり", "料金のお見積りを", "料金のお見積り"),
        ("ガントチャート", "がんとちゃーとを", "がんとちゃーと"),
        ("ダークモード", "ダーーークモード", "ダーーークモード"),
        # inflections
        ("安い", "安くしてほしい", "安く"),
        ("安い", "もっと安かった", "安かっ"),
        ("良い", "いいですね", "いい"),
        ("データ ... 消して", "データを消したい", "データを消し"),
        ("データ ... 消したい", "データを全部きれいに消してください", "データを全部きれいに消し"),
        ("行きます", "行った", "行っ"),
        ("静かです", "静かな", "静か"),
        ("泊まる", "泊まれますか", "泊まれ"),
        # nouns and verbs
        ("申し込む", "申込はどこ", "申込"),
        ("申込", "申し込んだ", "申し込ん"),
        ("取消", "取り消したい", "取り消し"),
        ("問い合わせる", "お問合せ", "問合せ"),
        # negations
        ("できない", "ログインできません", "できません"),
        ("できません", "出来なくて", "出来なく"),
        ("届かない", "まだ届かず", "届かず"),
        ("必要ない", "必要ありません", "必要ありません"),
        ("動いていない", "動いてません", "動いてません"),
        ("対応していない", "対応していません", "対応していません"),
        ("本物ではない", "本物じゃないです", "本物じゃない"),
        # mixed
        ("SSO対応", "ＳＳＯ対応を", "ＳＳＯ対応"),
        ("SSO", "御社のSSOに対応して", "SSO"),
        ("PDFで出力", "pdfで出力", "pdfで出力"),
        # Other readings and kanji that the dictionary files under the same form.
        ("明日", "あした泊まりたい", "あした"),
        ("締め切り", "〆切はいつですか", "〆切"),
        ("日当たり", "陽当たりの良い部屋", "陽当たり"),
        ("今日", "こんにちの値段", "こんにち"),
        # How a kanji is read may stand behind it.
        ("返金", "ご返（へん）金ください", "返（へん）金"),
        ("払い戻し", "払(はら)い戻(もど)しは", "払(はら)い戻(もど)し"),
    ],
)
def test_spellings_and_forms_of_one_word(pattern: str, text: str, expected: str) -> None:
    assert found(pattern, text) == [expected]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("使わない", "使えない"),
        ("使えない", "使わない"),
        ("届かない", "届いた"),
        ("泊まれない", "泊まらない"),
        ("話", "話して"),
    ],
)
def test_another_meaning_is_another_word(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


def test_exactly_these_characters() -> None:
    assert found(Pattern("安い", exact=True), "安くて安い") == ["安い"]
    assert found(Pattern("京都", exact=True), "東京都から京都へ") == ["京都"]


@pytest.mark.parametrize("end", ["。", "、", "", "！？", "\n"])
def test_a_long_text_is_analysed_in_stretches(end: str) -> None:
    text = ("お部屋は静かでしたか" + end) * 200 + "返金してください"
    assert len(found("部屋", text)) == 200
    assert found("返金", text) == ["返金"]


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("#泊", "３泊4日", ["３泊"]),
        ("#泊", "三泊分、２ 泊、十泊", ["三泊", "２ 泊", "十泊"]),
        ("#分", "十分です。三十分です。", ["三十分"]),
        ("#部", "一部だけ、二部ください", ["二部"]),
        ("#%割引", "10％割引", ["10％割引"]),
        ("第#章", "第三章", ["第三章"]),
        ("#万円", "5万円", []),
        ("#円", "5万円", ["5万円"]),
    ],
)
def test_numbers_in_japanese(pattern: str, text: str, expected: list[str]) -> None:
    assert found(pattern, text) == expected


@pytest.mark.parametrize("line", lines("hides.ja.txt"))
def test_each_hidden_word_stands_in_the_word_that_hides_it(line: str) -> None:
    longer, *shorter = fold(line).text.split()
    assert shorter
    assert all(word in longer and word != longer for word in shorter)


def test_many_threads_may_read_japanese_at_once() -> None:
    texts = [f"領収書の再発行を{number}件お願いします。返金は不要です。" for number in range(60)]

    def count(text: str) -> int:
        return len(found("再発行", text)) + len(found("返金", text))

    expected = [count(text) for text in texts]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            assert list(threads.map(count, texts * 4)) == expected * 4
    finally:
        sys.setswitchinterval(interval)
