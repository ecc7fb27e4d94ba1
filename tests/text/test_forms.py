from __future__ import annotations

import pytest

from kotowari.text.forms import forms


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("export", "export exports exported exporting export's"),
        ("cancel", "cancels cancelled canceled cancelling cancellation cancellations"),
        ("plan", "plans planned planning"),
        ("delete", "deletes deleted deleting deletion"),
        ("company", "companies company's"),
        ("box", "boxes"),
        ("bus", "buses"),
        ("use", "uses used using"),
        ("pdf", "pdfs"),
        ("try", "tries tried trying"),
        ("sue", "sues sued suing"),
        ("customise", "customize customized customization"),
        ("woman", "women"),
        ("have", "has had having"),
        ("child", "children"),
        ("lose", "lost losing"),
        ("exporting", "export exported"),
        ("invoices", "invoice invoiced"),
        ("cancellations", "cancel cancelled"),
        ("quiz", "quizzes"),
    ],
)
def test_forms_of_a_word(word: str, expected: str) -> None:
    assert {word, *expected.split()} <= forms(word)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("import", "important importance importer"),
        ("custom", "customer customers"),
        ("customer", "custom customs"),
        ("organ", "organize organization"),
        ("university", "universe"),
        ("new", "news"),
        ("news", "new"),
        ("need", "ne"),
        ("see", "seed"),
        ("note", "not notable"),
        ("plan", "plane planet"),
        ("us", "use used"),
        ("general", "generous generate"),
        ("account", "accountant"),
    ],
)
def test_words_that_only_look_alike(word: str, others: str) -> None:
    assert not forms(word) & set(others.split())
