"""Values that a text gives roughly, as a bound, as a difference or for each, and the patterns that want them so."""

from __future__ import annotations

from datetime import date

import pytest
from tests.text.reading_of import TODAY, finder, readings, value

from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.reading.sorts import Sort

BOUNDS_JA = [
    "{}以上", "{}未満", "{}を超える", "{}を超えた", "{}を上回る", "{}より高い", "{}〜", "少なくとも{}",
    "最低でも{}", "{}に満たない", "{}足らず",
]  # fmt: skip
ROUGHLY_JA = [
    "{}以下", "{}以内", "{}まで", "約{}", "合計約{}", "およそ{}", "だいたい{}", "最大{}", "{}くらい", "{}ぐらい",
    "{}ほど", "{}前後", "{}程度", "{}位", "{}弱", "{}(税込)以内", "{}ちょっと",
]  # fmt: skip
DIFFERENCES_JA = [
    "{}引き", "{}割引", "{}値引き", "{}オフ", "{}くらい引いて", "{}を引いて", "{}安く", "{}高い",
]  # fmt: skip
EXACTLY_JA = [
    "{}", "{}です", "{}ぴったり", "{}(税込)", "{}＋税", "契約{}", "予約{}", "{}引き落とされました",
    "{}を引き出した", "{}は高い", "{}。以上です", "{}オフィスで",
]  # fmt: skip
BOUNDS_EN = [
    "at least {}", "more than {}", "less than {}", "over {}", "under {}", "{} or more", "{} and up", "{}+",
    "in excess of {}", "{} (or more)", "{}, maybe more", "as much as {}",
]  # fmt: skip
ROUGHLY_EN = [
    "about {}", "around {}", "roughly {}", "approximately {}", "up to {}", "at most {}", "no more than {}", "within {}",
    "a maximum of {}", "{} or so", "{} or less", "{}, give or take", "{} max", "~{}",
]  # fmt: skip
DIFFERENCES_EN = ["{} off", "{} discount", "a discount of {}", "{} less", "{} cheaper"]
EXACTLY_EN = ["{}", "exactly {}", "{} or was it", "clover {}", "{} on top", "{} + tax", "{} offered"]


@pytest.mark.parametrize("words", [*BOUNDS_JA, *ROUGHLY_JA, *DIFFERENCES_JA])
def test_an_inexact_amount_is_not_read_in_japanese(words: str) -> None:
    for amount in ("3000円", "３，０００円", "三千円"):
        assert value(Sort.MONEY, "#円", words.format(amount), currency="JPY") is None
        assert value(Sort.MONEY, "#", words.format(amount), currency="JPY") is None
    assert value(Sort.MONEY, "代金 ... #", f"代金は{words.format('3000円')}", currency="JPY") is None


@pytest.mark.parametrize("words", EXACTLY_JA)
def test_an_exact_amount_is_read_in_japanese(words: str) -> None:
    for amount in ("3000円", "３，０００円", "三千円"):
        assert value(Sort.MONEY, "#円", words.format(amount), currency="JPY") == 3000


@pytest.mark.parametrize("words", [*BOUNDS_EN, *ROUGHLY_EN, *DIFFERENCES_EN])
def test_an_inexact_amount_is_not_read_in_english(words: str) -> None:
    for amount in ("$30", "30 dollars", "30 USD", "US$30", "USD 30", "thirty dollars"):
        if amount != "thirty dollars" or "~" not in words:
            assert value(Sort.MONEY, "#", f"it was {words.format(amount)}") is None, amount
            assert value(Sort.MONEY, "paid ... #", f"I paid {words.format(amount)} for it") is None, amount
    assert value(Sort.MONEY, "$#", f"it was {words.format('$30')}") is None
    assert value(Sort.MONEY, "$#", f"it was {words.format('$30')}", currency="AUD") is None


@pytest.mark.parametrize("words", EXACTLY_EN)
def test_an_exact_amount_is_read_in_english(words: str) -> None:
    for amount in ("$30", "30 dollars", "US$30", "USD 30"):
        assert value(Sort.MONEY, "#", f"it was {words.format(amount)}") == 30


@pytest.mark.parametrize("words", ROUGHLY_JA)
def test_a_budget_is_told_at_most_and_about_in_japanese(words: str) -> None:
    for pattern in ("予算 ... #", "予算 ... #円", "上限 ... #"):
        assert value(Sort.MONEY, pattern, f"{pattern[:2]}は{words.format('1万円')}です", currency="JPY") == 10_000


@pytest.mark.parametrize("words", ROUGHLY_EN)
def test_a_budget_is_told_at_most_and_about_in_english(words: str) -> None:
    assert value(Sort.MONEY, "budget ... #", f"my budget is {words.format('$30')}") == 30


@pytest.mark.parametrize("words", [*BOUNDS_JA, *DIFFERENCES_JA])
def test_a_budget_is_no_other_bound_in_japanese(words: str) -> None:
    assert value(Sort.MONEY, "予算 ... #", f"予算は{words.format('1万円')}です", currency="JPY") is None


@pytest.mark.parametrize("words", BOUNDS_EN)
def test_a_budget_is_no_other_bound_in_english(words: str) -> None:
    assert value(Sort.MONEY, "budget ... #", f"my budget is {words.format('$30')}") is None


@pytest.mark.parametrize(
    ("currency", "pattern", "text", "amount"),
    [
        ("JPY", "#円以内", "1万円以内で", 10_000),
        ("JPY", "#以上", "1万円以上で", 10_000),
        ("JPY", "#(くらい|ぐらい)で", "1万円ぐらいで", 10_000),
        ("JPY", "約#円", "約1万円です", 10_000),
        ("JPY", "#円引き", "1,000円引きで", 1000),
        ("JPY", "#割引", "1000円割引で", 1000),
        ("JPY", "契約金は#", "契約金は約1万円", None),
        ("JPY", "#円以内", "約1万円以内で", None),
        ("USD", "up to #", "up to $30", 30),
        ("USD", "about $#", "about $30", 30),
        ("USD", "at least ... #", "at least 30 dollars", 30),
        ("USD", "# off", "$30 off", 30),
        ("USD", "$# discount", "a $30 discount", 30),
        ("USD", "overpaid #", "I overpaid $30", 30),
    ],
)
def test_a_pattern_can_want_the_bound(currency: str, pattern: str, text: str, amount: int | None) -> None:
    assert value(Sort.MONEY, pattern, text, currency=currency) == amount


@pytest.mark.parametrize("text", ["3000円〜4000円", "約3000円〜4000円", "3000円から4000円"])
def test_of_a_range_both_ends_are_read_in_japanese(text: str) -> None:
    for pattern in ("#円", "#", "代金 ... #"):
        assert [end for _, end in readings(Sort.MONEY, pattern, f"代金は{text}", currency="JPY")] == [3000, 4000]


@pytest.mark.parametrize("text", ["30 USD to 40 USD", "about 30 USD to 40 USD"])
def test_of_a_range_both_ends_are_read_in_english(text: str) -> None:
    assert [end for _, end in readings(Sort.MONEY, "#", f"it was {text}")] == [30, 40]


@pytest.mark.parametrize(
    "text", ["3000円〜約4000円", "3000円くらいから4000円", "3000円ほど〜4000円", "3000円から4000円未満"]
)
def test_a_rough_range_is_not_one_of_its_ends_in_japanese(text: str) -> None:
    for pattern in ("#円", "#", "代金 ... #", "予算 ... #"):
        assert len(readings(Sort.MONEY, pattern, f"予算と代金は{text}", currency="JPY")) != 1


@pytest.mark.parametrize(
    "text", ["30 USD to about 40 USD", "at least 30 USD and 40 USD at most", "30 USD-40 USD or more"]
)
def test_a_rough_range_is_not_one_of_its_ends_in_english(text: str) -> None:
    for pattern in ("#", "was ... #"):
        assert len(readings(Sort.MONEY, pattern, f"it was {text}")) != 1


def test_no_other_amount_is_taken_for_the_inexact_one() -> None:
    assert value(Sort.MONEY, "paid ... #", "I paid about $30, not the $50 of the list") is None


def test_one_pattern_can_want_what_another_one_does_not() -> None:
    found = finder(Sort.MONEY, "#円", "#円以内", currency="JPY")
    assert [each.text for each in found.find("1万円以内で", TODAY)] == ["1万円"]


# --- numbers, percentages, durations -------------------------------------------------------------------------

MORE_JA = [
    "もう{}", "あと{}", "追加で{}", "さらに{}", "残り{}", "{}追加", "{}を追加", "{}増やしたい", "{}減らして",
    "{}ほど増える", "{}延長", "{}キャンセル", "{}が追加に",
]  # fmt: skip
MORE_EN = [
    "another {}", "an additional {}", "an extra {}", "a further {}", "add {}", "remove {}",
    "extend the contract by {}", "{} more", "{} less", "{} left", "the remaining {}",
    "an increase of {}", "{} too many",
]  # fmt: skip
EACH_JA = ["{}ずつ", "1人あたり{}", "一部屋につき{}", "{}/月", "各{}", "{}ごとに", "月に{}"]
EACH_EN = [
    "{} each", "{} apiece", "{} per team", "{} a month", "{} every year", "{}/month", "per person {}", "every {}",
    "{} monthly", "a monthly {}",
]  # fmt: skip
BOUNDS_JA_COUNTED = [each for each in BOUNDS_JA if each != "{}より高い"]


@pytest.mark.parametrize("words", [*BOUNDS_JA_COUNTED, *ROUGHLY_JA, *MORE_JA, *EACH_JA])
def test_no_inexact_number_or_duration_is_read_in_japanese(words: str) -> None:
    for number in ("10", "１０", "十"):
        for pattern in ("#泊", "宿泊 ... #泊"):
            assert value(Sort.NUMBER, pattern, f"宿泊は{words.format(f'{number}泊')}です") is None, pattern
        assert value(Sort.NUMBER, "#人", words.format(f"{number}人")) is None
        assert value(Sort.NUMBER, "#名", words.format(f"{number}人")) is None
        assert value(Sort.NUMBER, "人数は#", words.format(f"{number}名").join(["人数は", "です"])) is None
        assert value(Sort.LENGTH, "#", words.format(f"{number}日間")) is None
        assert value(Sort.LENGTH, "#", words.format(f"{number}か月")) is None


@pytest.mark.parametrize("words", [*BOUNDS_EN, *ROUGHLY_EN, *MORE_EN, *EACH_EN])
def test_no_inexact_number_or_duration_is_read_in_english(words: str) -> None:
    for number in ("10", "ten"):
        assert value(Sort.NUMBER, "# seats", f"we want {words.format(f'{number} seats')}") is None
        assert value(Sort.NUMBER, "want ... # seats", f"we want {words.format(f'{number} seats')} now") is None
        assert value(Sort.LENGTH, "#", f"it took {words.format(f'{number} days')}") is None
        assert value(Sort.LENGTH, "took ... #", f"it took {words.format(f'{number} days')} in all") is None


@pytest.mark.parametrize("words", [*BOUNDS_EN, *ROUGHLY_EN])
def test_no_inexact_percentage_is_read(words: str) -> None:
    assert value(Sort.PERCENT, "#", f"{words.format('15%')} of it") is None
    assert value(Sort.PERCENT, "#% off", f"{words.format('15% off')} for us") is None


@pytest.mark.parametrize(
    ("sort", "pattern", "text", "read"),
    [
        (Sort.PERCENT, "#", "15%割引", 15),
        (Sort.PERCENT, "#", "15% off", 15),
        (Sort.PERCENT, "#", "15% less", 15),
        (Sort.PERCENT, "#", "3% per transaction", 3),
        (Sort.PERCENT, "#% off", "another 15% off", None),
        (Sort.PERCENT, "#%割引", "さらに15%割引", None),
        (Sort.PERCENT, "#", "最大15%割引", None),
        (Sort.PERCENT, "#%以上", "15%以上なら", 15),
        (Sort.PERCENT, "up to #", "up to 15%", 15),
        (Sort.NUMBER, "#人以上", "10人以上で", 10),
        (Sort.NUMBER, "#人まで", "10人まで", 10),
        (Sort.NUMBER, "上限は#人", "上限は10人まで", 10),
        (Sort.NUMBER, "あと#席", "あと5席お願いします", 5),
        (Sort.NUMBER, "#席追加", "5席追加したい", 5),
        (Sort.NUMBER, "#個ずつ", "5個ずつ", 5),
        (Sort.NUMBER, "another # seats", "another 5 seats", 5),
        (Sort.NUMBER, "# ... seats", "5 more seats", None),
        (Sort.NUMBER, "# more seats", "5 more seats", 5),
        (Sort.NUMBER, "add # seats", "please add 5 seats", 5),
        (Sort.NUMBER, "at least # seats", "at least 5 seats", 5),
        (Sort.NUMBER, "# people max", "12 people max", 12),
        (Sort.NUMBER, "party of #", "a party of 12 people or more", None),
        (Sort.NUMBER, "party of #", "a party of 12 people is more", 12),
        (Sort.NUMBER, "#人", "うち3人は子供です", None),
        (Sort.NUMBER, "#人", "うちは3人です", 3),
        (Sort.NUMBER, "#人", "3人家族です", 3),
        (Sort.NUMBER, "# users", "it is used by 30 users", 30),
        (Sort.NUMBER, "# users", "the first 30 users", None),
        (Sort.NUMBER, "first # users", "the first 30 users", 30),
        (Sort.NUMBER, "# users", "increase to 30 users", 30),
        (Sort.NUMBER, "#席", "5席足したい", None),
        (Sort.NUMBER, "# seats", "maximum is 5 seats", None),
        (Sort.NUMBER, "# seats", "5 seats on top", None),
        (Sort.NUMBER, "# seats", "5 seats plus", None),
        (Sort.NUMBER, "#名", "男女2名ずつ、4名です", 4),
        (Sort.NUMBER, "#泊", "お正月に3泊", 3),
        (Sort.NUMBER, "#泊", "12月に3泊", 3),
        (Sort.NUMBER, "#泊", "来月に3泊", 3),
        (Sort.NUMBER, "#泊", "月に3泊", None),
        (Sort.NUMBER, "#泊", "九月五日〜四泊で", 4),
        (Sort.NUMBER, "#泊", "そのあと四泊で", 4),
        (Sort.NUMBER, "#泊", "6月はじめあたりで四泊", 4),
        (Sort.NUMBER, "#泊", "19日から四泊くらい", None),
        (Sort.NUMBER, "#泊", "19日から四泊", 4),
        (Sort.NUMBER, "# seats", "how about 5 seats", 5),
        (Sort.NUMBER, "# seats", "about 5 seats and 2 rooms", None),
        (Sort.LENGTH, "#以内", "３日以内に", ((3, "day"),)),
        (Sort.LENGTH, "within #", "within 3 days", ((3, "day"),)),
        (Sort.LENGTH, "for #", "for 5 hours a day", None),
        (Sort.LENGTH, "#", "1日3時間", None),
        (Sort.LENGTH, "#", "11月1日3時間待った", ((3, "hour"),)),
        (Sort.LENGTH, "#", "a day or two", None),
        (Sort.LENGTH, "#", "the next 3 days", ((3, "day"),)),
        (Sort.LENGTH, "#", "半年以上", None),
        (Sort.LENGTH, "#", "nearly half an hour", None),
    ],
)
def test_a_pattern_wants_a_number_or_duration_as_it_says(sort: Sort, pattern: str, text: str, read: object) -> None:
    assert value(sort, pattern, text) == read


@pytest.mark.parametrize(
    "text", ["10名〜20名", "10名から20名", "10名か20名", "約10名〜20名", "10名、あと20名", "10名と追加で20名"]
)
def test_of_a_range_of_numbers_both_ends_are_read(text: str) -> None:
    assert [end for _, end in readings(Sort.NUMBER, "#名", text)] == [10, 20]


# --- money for each, and several amounts ---------------------------------------------------------------------


@pytest.mark.parametrize("words", [*EACH_JA, "一人{}", "1泊{}", "月額{}", "1人1泊{}"])
def test_a_price_for_each_is_not_the_amount_in_japanese(words: str) -> None:
    assert value(Sort.MONEY, "#円", words.format("3000円"), currency="JPY") is None
    assert value(Sort.MONEY, "予算 ... #", f"予算は{words.format('3000円')}", currency="JPY") is None
    assert value(Sort.MONEY, words.replace("{}", "#円"), words.format("3000円"), currency="JPY") == 3000


@pytest.mark.parametrize("words", EACH_EN)
def test_a_price_for_each_is_not_the_amount_in_english(words: str) -> None:
    for amount in ("$30", "30 dollars", "30 USD"):
        assert value(Sort.MONEY, "#", f"it was {words.format(amount)}") is None
        assert value(Sort.MONEY, words.replace("{}", "#"), f"it was {words.format(amount)}") == 30
    assert value(Sort.MONEY, "budget ... #", f"our budget is {words.format('$30')}") is None


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("between about $30 and $40", [30, 40]),
        ("$30 and $40 off", [30, 40]),  # one and another: which of them is it?
        ("I paid $30 a second time", [30]),
        ("an extra $30 charge", [30]),
        ("about $30 or $40", []),
        ("another $30", []),
        ("overcharged by $30", []),
        ("a monthly fee of $30", []),
        ("$30 plus tax", [30]),
        ("2 tickets @ $30", []),
        ("2 x $30", []),
        ("$30 for every ticket", []),
        ("save $30", []),
        ("$30 (approx.)", []),
        ("exceed $30", []),
    ],
)
def test_which_of_several_amounts_is_exact(text: str, amounts: list[int]) -> None:
    assert [amount for _, amount in readings(Sort.MONEY, "$#", text)] == amounts


# --- days ----------------------------------------------------------------------------------------------------

DAYS_JA = [
    "{}以降", "{}以前", "{}まで", "{}までに", "{}から", "{}より前", "{}より後", "{}頃", "{}ごろ", "{}前後", "{}あたり",
    "{}の前日",
]  # fmt: skip
DAYS_EN = [
    "after {}", "before {}", "by {}", "until {}", "from {}", "since {}", "no later than {}", "around {}", "about {}",
    "{} or later", "{} at the latest", "on or after {}",
]  # fmt: skip


@pytest.mark.parametrize("words", DAYS_JA)
def test_no_inexact_day_is_read_in_japanese(words: str) -> None:
    for day in ("2026年12月10日", "2026-12-10", "2026年12月10日(木)", "明日"):
        assert value(Sort.DATE, "#", f"{words.format(day)}です") is None, day
        assert value(Sort.DATE, "到着は#", f"到着は{words.format(day)}です") is None, day
        assert value(Sort.DATE, words.replace("{}", "#"), f"{words.format(day)}です") is not None, day


@pytest.mark.parametrize("words", DAYS_EN)
def test_no_inexact_day_is_read_in_english(words: str) -> None:
    for day in ("2026-12-10", "December 10, 2026", "Thursday, 10 December 2026", "Thursday the 10th of December 2026"):
        assert value(Sort.DATE, "#", f"we come {words.format(day)}") is None, day
        assert value(Sort.DATE, "come ... #", f"we come {words.format(day)}") is None, day
        assert value(Sort.DATE, words.replace("{}", "#"), f"we come {words.format(day)}") == date(2026, 12, 10), day


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-10〜12", "2026-12-10 - 12", "2026-12-10 to 12", "2026-12-10 to 12/24", "2026年12月10日〜12日",
        "2026年12月10日から12日", "2026年12月10日から1月5日", "2026年12月10日と11日",
        "2026年12月10日、11日", "2026年12月10日か11日",
        "10 to 12 December 2026", "10 and 11 December 2026", "the 10th or 11th of December 2026",
        "December 10-12, 2026", "December 10 to December 12, 2026", "Thu 10 - Sat 12 December 2026",
        "10日と2026年12月11日", "tomorrow or Friday", "明日か水曜日",
    ],
)  # fmt: skip
def test_a_span_or_a_list_of_days_is_not_its_first_or_last(text: str) -> None:
    assert value(Sort.DATE, "#", f"stay: {text}") is None
    assert value(Sort.DATE, "stay: #", f"stay: {text}") is None


@pytest.mark.parametrize(
    ("pattern", "text", "day"),
    [
        ("#", "2026-12-10, 2 nights", "2026-12-10"),
        ("#", "2026-12-10 and 2 guests", "2026-12-10"),
        ("#", "2026年12月10日、2名で", "2026-12-10"),
        ("#", "2026年12月10日〜2泊", None),
        ("#", "2026-12-10 12:00-14:00", "2026-12-10"),
        ("#", "2026-12-10 - 12:00", "2026-12-10"),
        ("#", "明日9時から", "2026-11-23"),
        ("#", "明日の朝までに", None),
        ("#", "how about 2026-12-10", "2026-12-10"),
        ("#", "about 3 days ago", None),
        ("#", "3日前後", None),
        ("#", "2026年12月10日の3日前", None),
        ("#", "the week of December 7, 2026", None),
        ("from #", "from 2026-12-10 to 12", "2026-12-10"),
        ("#から", "2026年12月10日から12日まで", "2026-12-10"),
        ("#から", "2026年12月10日から2泊", "2026-12-10"),
        ("deadline ... #", "the deadline is by 2026-12-10", "2026-12-10"),
        ("期限 ... #", "期限は2026年12月10日までです", "2026-12-10"),
        ("期限 ... #", "期限は2026年12月10日以降です", None),
    ],
)
def test_a_pattern_wants_a_day_as_it_says(pattern: str, text: str, day: str | None) -> None:
    assert value(Sort.DATE, pattern, text) == (date.fromisoformat(day) if day else None)


@pytest.mark.parametrize(
    "text",
    [
        "2026-12-10 to 2026-12-12", "10 December 2026 - 12 December 2026", "2026年12月10日と2026年12月12日",
        "2026年12月10日(木)、2026年12月12日(土)", "12月10日(木)〜12月12日(土)",
        "Thursday, December 10 to Saturday, December 12", "Thu 10 Dec 2026 and Sat 12 Dec 2026",
        "2026-12-10 (Thursday) to 2026-12-12", "2026-12-10 to 2026-12-12 or later",
        "2026年12月10日から12月12日(土)まで",
    ],
)  # fmt: skip
def test_of_a_span_of_whole_dates_both_are_read(text: str) -> None:
    assert [day for _, day in readings(Sort.DATE, "#", text)] == [date(2026, 12, 10), date(2026, 12, 12)]


def test_of_two_days_told_from_today_both_are_read() -> None:
    found = readings(Sort.DATE, "#", "明日から明後日まで泊まります")
    assert [words for words, _ in found] == ["明日", "明後日"]


@pytest.mark.parametrize(
    ("text", "inexactly"),
    [
        ("10人以上です", True),
        ("10人くらいです", True),
        ("僕とあと一人です", True),
        ("約8人〜10人です", True),  # and both values are told
        ("一人につき1万円です", False),  # it is not said how many there are
        ("10人以上ではありません。6人です", False),
        ("10人以上なら割引はありますか。6人です", True),  # besides
        ("10人です", False),
        ("人数は未定です", False),
    ],
)
def test_it_is_said_which_facts_are_told_inexactly(text: str, inexactly: bool) -> None:  # noqa: FBT001
    read = finder(Sort.NUMBER, "#人").read_in(View(fold(text)), TODAY)
    assert read.inexactly == ({"fact"} if inexactly else set())


@pytest.mark.parametrize(
    "text",
    [
        "4・5名です", "三・四名です", "田中ほか4名です", "佐藤他4名です", "プラス4名です", "4名×2で",
        "4名を2組で", "4名あまりです", "4名内外です", "4名かそれ以上です", "4名ちょい", "人数は≧4名", "人数は＞4名",
        "人数は≒4名",
    ],
)  # fmt: skip
def test_signs_and_others_beside_a_number_make_it_another_one(text: str) -> None:
    assert "4" not in [str(found) for _, found in readings(Sort.NUMBER, "#名", text)]


@pytest.mark.parametrize(
    "words",
    [">{}", "<= {}", "≥{}", "≈{}", "± {}", "c. {}", "ca. {}", "anywhere from {}", "north of {}", "in the region of {}"],
)
def test_signs_of_bounds_and_rough_amounts_are_seen_in_english(words: str) -> None:
    assert value(Sort.MONEY, "price ... #", f"the price is {words.format('$30')}") is None
    assert value(Sort.NUMBER, "# guests", f"we are {words.format('4')} guests") is None


@pytest.mark.parametrize(
    "text", ["大人4名です", "> 4名です", "ツイン・4名です", "4名です。あまり歩けません", "他に質問です。4名です"]
)
def test_such_signs_elsewhere_change_nothing(text: str) -> None:
    assert value(Sort.NUMBER, "#名", text) == 4
