"""The bank pack, held against messages of our own that are none of its examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.packs.bank_desk import listed, outcome, policy

DISPUTES = """
    I want my money back from the seller
    The shop has not refunded me yet
    Where is the refund that I was promised?
    How long until a refund arrives on my card?
    I returned the jacket and the money has not come back
    Can I get my money back for a broken item?
    My order never came and the merchant does not answer, I want a refund
    I would like to cancel an order and be paid back
    My refund is still not there
    I've been charged twice for my lunch
    The same payment appears two times
    I was billed double for the hotel
    Two identical charges from one shop
    Why did the petrol station charge me twice?
    One purchase was debited twice from my account
    My card has been double charged
    I see the same transaction twice on my statement
    The shop took the payment two times
    There's a duplicate transaction on my card
    How can I get a refund?
    I want to return something I bought, how do I get my money?
    Can you help me get a refund from a shop?
    A merchant owes me money
    The store says they refunded me, but I see nothing
    My refund hasn't arrived
    I am still waiting for a refund from last month
    When will my refund show?
    My refund is missing
    I want to dispute a purchase
    I changed my mind about an order, can it be refunded?
    I never got what I ordered and want my money back
    The product was faulty and I want the money back
    Charged 2 times
    Why are there two charges for one purchase?
    I was charged more than once
    A transaction went through twice
    I paid once but two payments show up
    There are two of the same payment
    My payment was taken twice by accident
    Seems that I paid double
    The same charge is listed twice
    I need a refund for a lamp
    refund please
    Is there any way to get refunded?
    How can I request a refund from a seller?
    I bought something and don't want it any more, can I get my money back?
    I want to undo a purchase
    Can you reverse a purchase I made?
    The item was not what I ordered, I would like a refund
    I returned goods and still have no refund
    The merchant gave me a refund but it isn't in my account
    Where's my refund
    Can you tell me when my refund comes?
    My refund isn't showing on my statement
    I've been double billed
    It was charged twice
    You've charged me twice
    I seem to have paid twice
    My card got charged two times for one coffee
    I see two transactions for the same thing
    There's two of the same charge
    I only made one purchase but was charged for two
    The restaurant charged me two times
    The same purchase is on my statement twice
    Duplicated transaction
    I was charged multiple times for the same thing
    Why did I get charged 2x?
    i want a refund
    refund not received
    The refund is taking too long
    The shop confirmed my refund but nothing on my account
    How do I ask for a refund for something I bought by card?
    I'd like to be refunded for a purchase
    double charge on my card
    charged twice for one item
    I bought a coat online and it never showed up, how do I get my money back from the shop?
    Hey, I had a refund promised by the seller two weeks ago, still nothing in my account, can you check?
    I sent an item back to the store, when will the money be in my account?
    The store messed up my order and I want a refund
    How do I go about getting a refund for a purchase?
    What do I need to do to get my money back for something that I purchased?
    Is it possible to get a refund on a purchase?
    I'd like a refund on an order
    I think I was accidentally charged twice at the pub
    I noticed that I got charged two times by the grocery store yesterday, please fix it
    I paid for my shopping and it shows up as two payments
    My card was charged more than once for the same order
    A transaction has been duplicated
    There is a double payment on my account
    Why has my payment gone through twice?
    Please check a transaction that was charged two times
    A merchant hit my card twice
    I'd like to know how refunds work
    How can I claim a refund for an item?
    Could you please refund my purchase
    I bought a faulty thing and want it refunded
    I'm owed a refund
    Merchant says refund was sent, where is it?
    Why haven't I received my refund yet?
    It's been 10 days and no refund
    I asked the seller for my money back but hear nothing
    I do not want the item any more, how can I get the money back?
    Can you cancel a purchase for me?
    I was charged for the same thing twice
    A payment has been taken twice
    You have taken the same payment from my account twice
    I've been charged for something two times
    There are two charges on my card from the same place
    Same charge twice
    Why was there a double charge for my dinner?
    I have been double charged by a shop
"""

RETENTION = """
    I'd like to close my account
    How do I delete my account?
    Please terminate the account that I have here with immediate effect
    I want to leave your bank
    How can I end my account with you?
    Cancel my account please
    I don't want to be a customer any more
    I no longer want this account
    Can you deactivate my account?
    I'm moving to another bank, shut my account please
    What must I do to get rid of my account?
    I do not want to use your service any longer
    close account
    I want to close this account immediately
    How to delete my profile and account
    Please remove my account
    What are the steps to close an account?
    I'm unhappy with you and want to cancel my account
    I would like my account shut
    Is it possible to terminate my account online?
    I am leaving, please close everything
    I wish to end my relationship with your bank
    I no longer need my account
    I'm done with this bank
    I want my account closed
    please close my bank account
    how can i close my account
    delete my account now
    I don't want my account anymore
    I do not need this account anymore
    cancel account
    Can I cancel my account today?
    I want out, close my account
    Terminate account
    How does one go about closing an account?
    I'd like to stop using your service
    End my account please
    I'm not happy with your service so I want to delete the account
    What's the process for account closure?
    shut down my account
    Close my account please, I am leaving
    I want to close the account as I don't use it
    delete my account as soon as possible
    Please shut down my account
    I am not satisfied with this service, please close my account
    I do not like how you treat customers, I'm closing my account
    I have found a better bank so please cancel my account
    How do I permanently delete my account?
    I'd like to terminate my account with you guys
    Could you walk me through closing my account?
    I need to have my account closed
    can u close my acct
    I want to remove my account from your bank
"""

UNDER_AGE = """
    Can my son have an account? He is 14
    From what age can I open an account?
    Do you have a lowest age for customers?
    I am 16 years old, may I join?
    Do you offer accounts for kids?
    Can a teenager get an account?
    Am I too young for an account?
    I want to open an account for my daughter
    How old must one be to sign up?
    Is my little boy old enough for a bank account?
    Do you have youth accounts?
    What's the minimum age for a customer?
    My daughter is 12, can she join?
    Can minors use it?
    Can I set up an account for my teenage son?
    What age do you have to be?
    Do I have to be 18?
    Is 17 too young?
    Could a 15-year-old have a card account?
    Are children allowed?
    Can my kids get their own account?
    how old must my child be
    Are there age restrictions?
    Can I open a savings account for my grandchildren?
    Can I open an account for my 5 year old?
    Is my son allowed to have an account?
    Can teens use this bank?
    Can someone under 18 sign up?
    Are there accounts for children?
    Can my little sister, 15, have one?
    what is the age requirement
    Do you need to be an adult?
    I'm 17, can I apply?
    at what age can you join
    Which age is needed for an account?
    Do you have an account for juniors?
    May I get my newborn an account?
    Is there an age requirement to get an account
    how old should my kid be for an account
    Can a 10 year old have an account?
    Is there a version for children?
    I have two kids who would love an account of their own, is it possible?
    Is it possible for my 13 year old to have an account?
    Do you have to be a certain age to open an account
    What is the youngest age someone can open an account?
    Could my teenage daughter get an account here?
    At what age can my child have an account?
    can I open an account for my son
    I'd like to know the age limit for your accounts
    Is my daughter able to open an account?
"""


@pytest.mark.parametrize(
    ("expected", "block"),
    [
        ("escalate:disputes", DISPUTES),
        ("escalate:retention", RETENTION),
        ("decline", UNDER_AGE),
    ],
)
def test_messages_go_where_they_belong(expected: str, block: str) -> None:
    assert {text: outcome(text) for text in listed(block)} == dict.fromkeys(listed(block), expected)


def test_the_most_urgent_team_comes_first() -> None:
    decision = policy().decide({"text": "Somebody used my card, I was charged twice, and now close my account"})
    assert [handover.to for handover in decision.handovers] == ["fraud", "disputes"]
    assert "closing your account" in decision.handovers[0].note


def test_a_fraud_case_is_promised_an_answer_within_a_quarter_of_an_hour() -> None:
    decision = policy().decide({"text": "My card was stolen", "now": "2026-11-22T09:00:00Z"})
    assert decision.reply is not None
    assert "22 November 2026, 09:15" in decision.reply.text


def test_customers_questions_are_sent_to_the_right_team(shared: Path) -> None:
    lines = (shared / "data" / "bank" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = [(row["expected"], outcome(row["text"])) for row in map(json.loads, lines)]
    fraud = "escalate:fraud"
    found = [wanted for wanted, got in pairs if got == fraud]
    assert len(pairs) == 1520
    assert found.count(fraud) >= 0.95 * sum(wanted == fraud for wanted, _ in pairs)
    assert found.count(fraud) >= 0.90 * len(found)
    assert sum(wanted == got for wanted, got in pairs) >= 0.98 * len(pairs)
