"""Money with its currency: $50, US$50, 50 USD, 50 dollars, €1,200.50, 1万5千円.

Only the currency of the fact is read. `$`, "dollars" and `¥` belong to several: alone they are read as the first of
these, and not at all for a fact in another one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from typing import Final

from kotowari.record import record
from kotowari.regex import regex
from kotowari.text.characters import IS_JAPANESE, LETTER
from kotowari.text.fold import fold
from kotowari.text.patterns.matching import View
from kotowari.text.reading.edges import begins
from kotowari.text.reading.found import Found
from kotowari.text.reading.numerals import Numeral, numeral, places

_DOLLARS: Final = ("USD", "AUD", "CAD", "HKD", "NZD", "SGD", "TWD", "MXN", "BRL")
_POUNDS: Final = ("GBP", "EGP")
_FRANCS: Final = ("CHF",)
_WONS: Final = ("KRW", "KPW")
_RUPEES: Final = ("INR", "PKR", "LKR", "NPR", "IDR")
_YUANS: Final = ("CNY", "TWD")
_CROWNS: Final = ("SEK", "NOK", "DKK", "ISK", "CZK")
# What people write for a currency, and the currencies that it can be; alone it is the first.
_SPOKEN: Final[Mapping[tuple[str, ...], tuple[str, ...]]] = {
    ("$", "dollar", "dollars", "bucks", "ドル"): _DOLLARS,
    ("us$", "us $", "us dollar", "us dollars", "米ドル", "アメリカドル"): ("USD",),
    ("a$", "au$", "australian", "australian dollar", "australian dollars", "豪ドル", "オーストラリアドル"): ("AUD",),
    ("c$", "ca$", "canadian", "canadian dollar", "canadian dollars", "カナダドル"): ("CAD",),
    ("hk$", "香港ドル"): ("HKD",),
    ("nz$", "ニュージーランドドル"): ("NZD",),
    ("s$", "sg$", "シンガポールドル"): ("SGD",),
    ("nt$", "台湾ドル"): ("TWD",),
    ("r$",): ("BRL",),
    ("mx$",): ("MXN",),
    ("¥",): ("JPY", "CNY"),
    ("円", "yen"): ("JPY",),
    ("€", "euro", "euros", "ユーロ"): ("EUR",),
    ("£", "pound", "pounds", "quid", "ポンド"): _POUNDS,
    ("₩", "won", "ウォン"): _WONS,
    ("₹", "rupee", "rupees", "ルピー"): _RUPEES,
    ("元", "人民元", "yuan", "rmb"): _YUANS,
    ("franc", "francs", "スイスフラン"): _FRANCS,
    ("kr",): _CROWNS,
    ("₽",): ("RUB",), ("₺",): ("TRY",), ("₪",): ("ILS",), ("฿",): ("THB",), ("₫",): ("VND",), ("₱",): ("PHP",),
    ("zł",): ("PLN",),
}  # fmt: skip
_MEANS: Final = {fold(name).text: codes for names, codes in _SPOKEN.items() for name in names}
_CODES: Final = frozenset(code for codes in _SPOKEN.values() for code in codes)
_WITHOUT_CENTS: Final = frozenset({"JPY", "KRW", "VND"})
_EXACT: Final = Context(prec=200)
_LONGEST: Final = 24
_YEN: Final = "JPY"
# 万 or 千 at the end of a number that counts nothing else.
_ROUND: Final = regex(
    r"(?<=[万千])(?:\s|[、。,!?)」]|くらい|ぐらい|位|程度|前後|以内|以下|まで|ほど|ちょっと|弱|強|で|です|だ|が|は|に|を|の|より|から|ー|\Z)"
)
_LONGEST_SIGN: Final = 4
# A band of amounts (3万円台), and what the money is made of (1万円札).
_NO_AMOUNT: Final = regex(
    rf"[台代札]|玉(?!子|ね|葱)|硬貨|紙幣|貨幣|しょっぷ|[ -](?:(?:bank)?notes?|bills?|coins?)(?!{LETTER})"
)
_SIGNED_NO_AMOUNT: Final = regex(rf"{LETTER}|{_NO_AMOUNT.pattern}")
# A point between thousands and a comma before cents, as much of Europe writes; $1.234,50 are pesos sooner than dollars.
_EUROPEAN: Final = regex(r"(?P<whole>[0-9]{1,3}(?:\.[0-9]{3}){1,11}),(?P<cents>[0-9]{2})(?![0-9]|[.,'][0-9])")
# These say much else when they stand beside an amount.
_WEAK: Final = frozenset({"won", "try", "all", "kr"})


def meanings(name: str) -> tuple[str, ...]:
    """The currencies that a folded word or sign can mean, the one that it means alone first; none for another word."""
    code = name.upper()
    return (code,) if code in _CODES else _MEANS.get(name, ())


def spoken(currency: str) -> tuple[str, ...]:
    """What people write for a currency, folded, also where it can mean another one."""
    return (currency.lower(), *(name for name, codes in _MEANS.items() if currency in codes))


def _regular(names: Sequence[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


@record
class _Names:
    """How currencies stand before a number and behind it."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    ends: re.Pattern[str]


def _names(currency: str) -> _Names:
    known = {*_MEANS, *(code.lower() for code in _CODES), currency.lower()}
    signs = _regular([name for name in known - _WEAK if len(name) <= _LONGEST_SIGN and not IS_JAPANESE.match(name)])
    every = _regular(sorted(known))
    return _Names(
        re.compile(rf"(?<!{LETTER})(?P<name>{signs}) ?(?P<sign>(?<=[a-z ])[$¥€£])? ?(?=[0-9])"),
        re.compile(rf"\s{{0,2}}(?P<name>{every})(?!(?<=[a-z]){LETTER}|(?<=[$¥€£₩₹])\s?[0-9])"),
        re.compile(rf"(?<!{LETTER})(?P<name>{signs}) ?$"),
    )


class Amounts:
    """Reads money in one currency; with `round_yen`, thousands of yen also without it: 予算は5万."""

    def __init__(self, currency: str, *, round_yen: bool = False) -> None:
        self.currency = currency
        self._round = round_yen and currency == _YEN
        self._written = _names(currency)

    def starts(self, view: View) -> Iterator[int]:
        """Numbers, and what stands for a currency before one."""
        text = view.folded.text
        signs = (found.start() for found in self._written.before.finditer(text))
        return iter(sorted({*places(text), *signs}))

    def at(self, view: View, start: int) -> Sequence[Found]:
        """The amount with its currency; the bare number where no other currency stands beside it."""
        text = view.folded.text
        sign = self._written.before.match(text, start)
        if sign:
            return self._signed(text, start, sign) if self._stands(text, start, sign) else ()
        found = self._numeral(text, start) if begins(text, start) else None
        if found is None or not self._is_amount(found.value):
            return ()
        bare = Found(start, found.end, found.value, bare=True)
        after = self._written.after.match(text, found.end)
        if after and not _NO_AMOUNT.match(text, after.end()):
            whole = Found(start, after.end(), found.value)
            return (whole, bare) if self._is_mine(after["name"]) else ()
        before = self._written.ends.search(text, max(0, start - _LONGEST), start)
        others = before and (not self._may_be_mine(before["name"]) or _NO_AMOUNT.match(text, found.end))
        if after or others:
            return ()
        return (Found(start, found.end, found.value), bare) if self._round and _is_round(text, found.end) else (bare,)

    def _numeral(self, text: str, start: int) -> Numeral | None:
        european = _EUROPEAN.match(text, start) if self.currency not in _DOLLARS else None
        if european is None:
            return numeral(text, start)
        return Numeral(european.end(), Decimal(f"{european['whole'].replace('.', '')}.{european['cents']}"))

    def _signed(self, text: str, start: int, sign: re.Match[str]) -> Sequence[Found]:
        """$50, US$50, USD 50; a currency behind it has the last word: $50 CAD."""
        found = self._numeral(text, sign.end())
        if found is None or not self._is_amount(found.value) or _SIGNED_NO_AMOUNT.match(text, found.end):
            return ()
        after = self._written.after.match(text, found.end)
        if after and after["name"] not in _WEAK:
            if _NO_AMOUNT.match(text, after.end()):
                return ()
            fits = self._may_be_mine(sign["name"]) and self._is_mine(after["name"])
            return (Found(start, after.end(), found.value),) if fits else ()
        return (Found(start, found.end, found.value),) if self._is_mine(sign["name"]) else ()

    def _stands(self, text: str, start: int, sign: re.Match[str]) -> bool:
        """Whether a sign is not the rest of a longer one, such as AUD $50."""
        before = self._written.ends.search(text, max(0, start - _LONGEST), start)
        return begins(text, start) and not before and (not sign["sign"] or self._may_be_mine(sign["sign"]))

    def _is_amount(self, value: Decimal) -> bool:
        """Whether the smallest coin can make it: 7.8000 yen are a slip."""
        places = 0 if self.currency in _WITHOUT_CENTS else 2
        return _EXACT.scaleb(value, places) == _EXACT.scaleb(value, places).to_integral_value()

    def _is_mine(self, name: str) -> bool:
        return self._codes(name)[:1] == (self.currency,)

    def _may_be_mine(self, name: str) -> bool:
        return self.currency in self._codes(name)

    def _codes(self, name: str) -> tuple[str, ...]:
        return (self.currency,) if name == self.currency.lower() else meanings(name)


def _is_round(text: str, end: int) -> bool:
    return _ROUND.match(text, end) is not None
