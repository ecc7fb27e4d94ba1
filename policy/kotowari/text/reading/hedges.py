"""The words by which a text gives an amount only roughly, as a bound, as a difference, or for each.

All are regular expressions for folded texts. `..._BEFORE` stand before the value, `..._AFTER` behind it.
"""

from __future__ import annotations

from typing import Final

from kotowari.text.numbers import NUMERALS
from kotowari.text.reading.edges import EITHER

# What is enough beside English words, and compiled in a moment.
_LETTER: Final = "[a-z]"
# A currency that may stand between such a word and the number.
SIGN: Final = r"(?:[a-z]{0,3} ?[$¥€£₩₹] ?|[a-z]{3} )?"
_PARTING: Final = r"引(?:き|い|く|け)?(?!き?(?:落|出|換|替|越|っ))"
# What joins two ends of a range, and what makes both of them rough.
JOINED: Final = f"(?:{EITHER})"
_MORE: Final = r"(?:もう|ぷらす|(?<![0-9])\+|(?<![そこ]の)あと|追加で|さらに|更に|残り|差額?)(?:お|の)?"
# The same, and what adds one value to another.
JOINER: Final = rf"{JOINED}|\s?[+&と]\s?|、(?={_MORE})|,?\s(?:and|plus)\s"
_ROUGHLY: Final = r"(?:[くぐ]らい|ほど|程度|前後|位)"

BOUND_BEFORE: Final = (
    rf"(?<!{_LETTER})(?:at least|(?:not |no )?(?:less|fewer) than|(?:more|greater|higher|lower|longer) than|over|above"
    r"|under|below|(?:a )?minimum|upwards|in excess|not even|the better part|exceed(?:s|ing)?|starting at"
    r"|as (?:many|much|few|little|long|low|high) as"
    r"|between(?: [^.]{1,30} and)?|anywhere from|north of)"
    r"|(?<=[^\n])[<>≤≥≦≧]=?|(?:最低|最短|少なく|安く)(?:とも|でも|ても?|限)?|(?:短く|早く)(?:とも|ても?)"
)
ABOUT_BEFORE: Final = (
    rf"(?<!{_LETTER})(?:at (?:the )?most|up to|(?:no|not) more than|within|(?:a )?max(?:imum)?|(?<!how )(?<!what )about"
    r"|around|approximately|approx\.?|roughly|nearly|almost|close to|going on|some|circa"
    r"|a good|probably|perhaps|maybe|in the region of)|[≈≒±]|(?<![a-z])ca?\.|(?<![^\s、。,(])~(?!\s)"
    r"|(?<![契予規解成要節公誓制婚条密盟])約|(?:おお)?およそ|だいたい|大体|ざっと|最大|最高|最長|せいぜい"
    r"|(?:多く|高く|長く|遅く)(?:とも|ても?)|かれこれ|足(?:かけ|掛け)"
)
BOUND_AFTER: Final = (
    r"以上|いじょう|かそれ(?:以[上下]|より)|(?:を|は)?(?:超|越え|上回|下回|切[るりっ])|未満|みまん|に満た|足らず|より(?=[上下高安多少長短])|から|\+(?!\w|\s?(?:税|消費税|送料|tax|vat|shipping))"
    r"|~(?!\s?[0-9])|-(?=[0-9])|(?<=[\s(])(?:(?:or|maybe|perhaps|if not) (?:more|above|higher|over|longer|greater)"
    r"|(?:maybe|perhaps|if not) (?:less|fewer)|and (?:up|above|over|change|counting)|at least|minimum"
    rf"|or two(?! [a-z]+s\b)|plus(?=\s*(?:[.,;!?)]|\Z)))(?!{_LETTER})|{_ROUGHLY}{JOINED}{SIGN}(?=[0-9{NUMERALS}])"
)
ABOUT_AFTER: Final = (
    r"以内|内[でに]|以下|まで|[くぐ]らい|位(?!置)|程度|ほど|程(?!度)|前後|見当|と?ちょっと|と少し|[強弱](?!い)|余り?|あまり|内外|ちょい|近く|規模|相当|かそこら"
    rf"|(?<=[\s(])(?:or (?:less|fewer|so|thereabouts)|(?:or|and) (?:under|below)|approx(?:imately|\.)?"
    rf"|at (?:the )?most|max(?:imum)?|tops|give or take|more or less)(?!{_LETTER})|-?ish(?!{_LETTER})"
)
# One more is not how many there are, and what is left is not what there was.
_CHANGE: Final = (
    "(?:increas|decreas|reduc|extend|delay|postpon|rais|lower|cut|grow|expand|shorten|over|under|off|out)[a-z]*"
    "(?: [a-z']{1,20}){0,5} by"
    "|(?:increase|decrease|rise|drop|difference|reduction)(?: of)?|minus|(?:the )?remaining"
)
_ANOTHER: Final = "(?:an? )?(?:another|additional|extra|further)"
ANOTHER_BEFORE: Final = rf"(?<!{_LETTER}){_ANOTHER}|{_MORE}"
MORE_BEFORE: Final = rf"(?<!{_LETTER})(?:{_ANOTHER}|add(?:ing|ed)?|remov(?:e|ing|ed)|{_CHANGE})|{_MORE}"
# Some of all: the first 30, うち3名.
PART_BEFORE: Final = rf"(?<!{_LETTER})(?:the )?(?:first|last|other)|うち(?![はで])|(?:他|ほか)に?"
_SOME: Final = r"(?:[くぐ]らい|ほど|程度|だけ|分)?(?:を|の|も|は|が)?"
MORE_AFTER: Final = (
    rf"{_SOME}(?:追加|増|ふや|ふえ|減|へら|足[さしすせり]|ぷらす|不足|余|きゃんせる|延|伸ば|[長短多][いく]|少な[いく])"
    rf"|(?<=\s)(?:more(?! or less)|less|fewer|extra|additional|longer|shorter|left|remaining|to go|short|on top"
    rf"|too (?:much|many|few|little|long|short))(?!{_LETTER})"
)
# Of money, an extra charge is a charge, but what is off is none.
MONEY_BEFORE: Final = rf"(?<!{_LETTER})(?:another|{_CHANGE}|discount|rebate|sav(?:e|es|ed|ing))|{_MORE}"
MONEY_AFTER: Final = (
    rf"(?:[くぐ]らい|ほど|程度|だけ|分|も)?(?:割引|値引|(?:を|の)(?:割引|値引|{_PARTING})|{_PARTING}|おふ(?![ろぃぉ])|[安高][いくか]"
    r"|(?:が|は|を)?(?:追加|増|減|多[いく]|少な[いく]|足りな|不足|お?得|損)|の?値[上下])"
    rf"|(?<=\s)(?:off|discount|savings|less|cheaper|more(?! or less)|too (?:much|little)|short)(?!{_LETTER})"
)
# For how many a price is, or how often: $30 each, 3000円ずつ, 1人3000円, $5 a month.
_ONE: Final = rf"(?:(?<![0-9{NUMERALS}月])[1一][^\s0-9、。]{{1,3}}|ひと[りつ]様?)"
_REGULARLY: Final = "(?:month|year|week|dai|night|hour|annual)ly"
_OFTEN: Final = r"(?<![^\s、。はがでを])(?:年間|月間|[月年週日]に)"
EACH_BEFORE: Final = (
    rf"(?<!{_LETTER})(?:per [a-z]{{1,12}}|every|{_REGULARLY}(?: [a-z]{{1,12}})?(?: of| is)?)"
    rf"|@|(?<!{_LETTER})(?:times|half(?: of)?)|[0-9]\s?[x×]|{_ONE}(?:あたり|当たり|につき)|各|{_OFTEN}"
)
# 1日3時間 is how much a day.
A_DAY_BEFORE: Final = rf"(?<![0-9{NUMERALS}月])[1一](?:日|週間)"
PRICE_BEFORE: Final = (
    rf"(?:(?<![0-9{NUMERALS}])[1一](?:泊|人|名|個|台|席|つ|枚|本|件|室|部屋|日|時間|回|年|(?:か|ゖ)月)|ひとり)[様頭]?"
    r"|月額|月々|毎月|年額|毎年|日額|単価|時給|日当|割り勘|(?<![^\s、。はがでを])月"
)
EACH_AFTER: Final = (
    rf"ずつ|\s?[x×]\s?[0-9]|を[0-9{NUMERALS}]{{1,3}}(?:組|ぐるーぷ|てーぶる)"
    r"|あたり|当たり|につき|ごと(?!き)|おき(?!に?ぼり)|毎|/\s?[a-z人名泊日月年個回席台枚本室時週]|(?<=\s)per [a-z]"
    rf"|(?<=\s)(?:(?:for )?(?:each|every)|apiece|a piece|p\.?p\.?|{_REGULARLY}"
    rf"|an? (?:person|head|night|day|week|month|year|hour|unit|user|seat|item))(?!{_LETTER})"
)
