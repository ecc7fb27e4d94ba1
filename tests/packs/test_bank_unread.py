"""The bank pack, held against messages of our own that were each decided once before they changed a pattern.

The folder `bank_unread` has a message a line. Those that the pack still misses are left out.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.packs.bank_desk import listed, outcome

FOLDER = Path(__file__).with_name("bank_unread")


@pytest.mark.parametrize(("file", "is_fraud"), [("fraud.txt", True), ("others.txt", False)])
def test_the_fraud_team_sees_what_it_has_to_see_and_nothing_else(file: str, *, is_fraud: bool) -> None:
    messages = listed((FOLDER / file).read_text(encoding="utf-8"))
    assert len(messages) > 300
    assert [text for text in messages if (outcome(text) == "escalate:fraud") is not is_fraud] == []
