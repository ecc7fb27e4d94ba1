from __future__ import annotations

import pytest
from tests.text.finding import found

from kotowari.text.fold import fold
from kotowari.text.lexicon import lines


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
        ("死", "死ぬ"),
        ("部屋", "二部屋分"),
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
        ("データ ... 消", "データを全部きれいに消してください"),
        ("エクスポ*", "エクスポート"),
        ("解約*", "早期解約料"),
        ("シングル・サインオン", "シングル サインオン"),
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
        ("バグ", "バグダッド"),
        ("バグ", "デバグ"),
        ("規則", "不規則な表示"),
        ("品質", "商品質問"),
        ("本人", "日本人"),
        ("サイト", "してくださいと言った"),
        ("データ ... 消", "データが壊れた。机の上を消して"),
        ("データ ... 消", "データというものがこの世にあるとして、いつかそれをすべて消して"),
        ("リンゴ", "リンゴジュース"),
    ],
)
def test_a_part_of_another_word_is_not(word: str, text: str) -> None:
    assert found(word, text) == []


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
