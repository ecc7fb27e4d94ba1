"""The bank pack, held against messages of our own that are none of its examples: what sounds
like fraud, a dispute or leaving, and is a question for the help centre."""

from __future__ import annotations

from tests.packs.bank_desk import listed, outcome

QUESTIONS = """
    When does my new card come?
    My card has not been delivered yet
    How do I activate the card that I received?
    How long do transfers to Spain take?
    My transfer has not arrived
    The recipient says that the money is not there
    Why was my card payment declined?
    My payment is still pending
    The cash machine swallowed my card
    The machine kept my card and would not give it back
    I forgot my passcode
    My PIN is blocked
    Can I choose a new PIN?
    Why was I charged a fee for taking out cash?
    The exchange rate for my purchase was wrong
    I got less money from the machine than I asked for
    My top up did not work
    How do I top up with a cheque?
    Can I have a second card for my wife?
    Do you support Apple Pay?
    Which currencies can I hold?
    I need to change my address
    Why do you need to verify my identity?
    I cannot verify my identity
    Is there a limit for virtual cards?
    My contactless payment does not work
    Can somebody else send money to my account?
    I made a transfer to the wrong account, can I cancel it?
    What is this one pound charge?
    There is an extra fee on my statement
    I withdrew cash and the rate was bad
    My card expires next month
    Can I get a Visa card?
    Where can I use my card?
    Can I pay in my salary?
    My cheque has not been credited
    The card does not work at any shop
    Money was returned to my account after a transfer
    I have changed my phone number
    My card was declined twice
    I tried to top up twice and it failed
    I have never been charged for this before
    I haven't received my card, how do I track it?
    I am travelling, will my card work abroad?
    I put the wrong PIN in too many times
    Can I use the app on two phones?
    How can I add somebody as a beneficiary?
    Why is my payment not completed?
    My cash deposit is not in my account
    Could someone explain the fees to me?
    How many people can have a card on one account?
    Can anyone open an account with you?
    Can a person have two cards?
    I don't remember the PIN for my card to make a payment
    Someone sent me money and I can't see it
    Somebody has transferred cash to me, when does it arrive?
    Does someone have to sign for my card?
    I need someone to get my card activated
    Why does the app not recognise my face?
    My cash payment into the account is not showing
    I was not able to withdraw money today
    Why did you block my card payment?
    The ATM took my card and never gave it back
    How do I get my card back from the machine?
    I didn't get all of my cash from the ATM
    The machine gave me only half of the money
    I never received the money from my transfer
    The recipient never got the payment
    I did not get a code for my top up
    I did not know that there was a charge for withdrawals
    I wasn't told about this exchange fee
    Why is the rate not what you advertise?
    How come you charged me for a payment in euros?
    Was there a charge when I paid with my card abroad?
    Why is my withdrawal still pending?
    What does pending mean on this payment?
    A payment was cancelled, why?
    My card payment has been reversed
    Why was the money for my purchase given back?
    The payment came back to my account
    My top up got cancelled by the app
    Why has my top-up been reverted?
    I topped up and cannot find the money
    I can't see my top up
    Where did the money I added go?
    Please stop the transfer I just made
    Stop the transfer I made last, it is the wrong person
    I sent money to the wrong account
    I typed the wrong account number in my transfer
    My PIN does not work
    How do I reset my PIN?
    Where is my PIN?
    I have entered a wrong PIN three times
    How do I change my phone number in the app?
    I changed my name after my wedding
    What documents do you need to check who I am?
    Why do I have to prove my identity?
    Where does my money come from, you ask?
    Is it possible to get a card for my wife as well?
    I'd like another card for my son to use
    May I have a spare card for a family member?
    Do you send cards to Australia?
    How fast can I get a card?
    Can I have it delivered on Monday?
    Do I have to pay for delivery?
    Can I use a disposable card more than once?
    How many payments does a disposable card take?
    Is there a limit on the number of purchases with a virtual card?
    My virtual card doesn't work in this shop
    I want a virtual card for my trips
    Can I connect my card to Google Pay?
    How do I add my new card in the app?
    How do I put my card back into the app?
    My old card expires next month
    I want to set up automatic top ups
    Can I auto top up when my balance is low?
    Which cards can I use to add money?
    Do you take American Express?
    Can I pay by cheque?
    Is there a fee for SWIFT transfers?
    Why is there a fee on my cash withdrawal?
    Why did I pay more than I expected for my purchase abroad?
    My balance did not change after the transfer
    My balance has not gone up since I paid in a cheque
    Why can I not send money to this person?
    The app says that the beneficiary is not allowed
    Why does my transfer keep failing?
    Do I get a better rate if I exchange often?
    Can I exchange dollars in the app?
    My card is not accepted anywhere
    My card got broken
    Can my employer pay my wages in?
    How long until a transfer from the US is here?
    I have been waiting for my card for two weeks
    The tracking for my card shows nothing
    I have a new card, how do I make it work?
    Can I use my card right after it arrives?
    Is my money protected?
    Where are you based?
    My card was declined and I had to pay in cash
    I am abroad and the ATM refused my card
    I tried to take out money and could not
    A strange £1 shows on my statement
    What's the extra pound on my bill?
    Why did the hotel hold one euro?
    I can't find my PIN
    Where do I find the PIN of my card?
    I can't find my card number
    I lost the PIN letter for my card
    My PIN was not in the letter with the card
    I cannot find where to add my card
    How do I find my account number?
    Where can I find my card in the app?
    I can't find the option to freeze exchange rates
    The card is missing from Apple Pay
    My new card is missing in the app
    A deposit is missing from my account
    My transfer is missing
    A top-up is missing from my balance
    Money is missing after I topped up
    I lost money on the exchange rate
    I am losing money with every card payment abroad
    My payment to the shop did not go through but the money left my account
    I did not receive the cash but my account was charged
    The ATM did not give me money but it shows on my account
    I did not get the full amount at the ATM
    The app shows more cash than I got
    I took 50 out and the app shows 70
    Withdrew 30 but was given 20
    I asked for 100 and got 50, what now?
    Why was I charged when I took out cash in Poland?
    I never had to pay to withdraw before
    I have never had a declined payment before
    I've never made a transfer, how does it work?
    I have not made a top up before, how do I do it?
    I haven't set up my PIN
    I have not ordered a card, do I get one automatically?
    I did not order a virtual card, can I have one?
    Do I need to do something to receive my salary?
    I don't understand what this fee is for
    I don't know what the exchange rate is
    I don't know why my payment is pending
    I do not know where my transfer is
    I don't know how to use my card at an ATM
    What is this extra charge for?
    Why is there an additional charge on my payment?
    Why is there a charge for my top up?
    What is the 1 dollar on my statement?
    Why is there a pending transaction on my account?
    Why is there a pending withdrawal on my account? The machine gave nothing
    What are these fees on my withdrawals?
    What are the charges for payments abroad?
    What is this verification for my payment?
    I was asked to verify a payment, why?
    Can somebody check why my card fails?
    Can someone tell me if my transfer was made?
    Someone told me that I can get a spare card
    Is there someone who can help with my card?
    I want somebody to look at my account, a transfer is missing
    A friend sent me cash but it is not in my account
    My friend used Apple Pay to top up, can I?
    My wife wants her own card on my account
    My sister made a transfer to me, where is it?
    Can my husband use my card?
    May others use my card with my consent?
    Can other people send me money?
    Other people get better rates than me
    Does anyone else pay this fee?
    Who can see my account number?
    Who can use the disposable cards?
    Who made the rule that I must verify myself?
    I blocked my card by typing a wrong PIN
    I locked myself out of the app
    My card got blocked, please unblock it
    Why is my account blocked?
    How do I unlock my card?
    My card was stopped at the till, declined
    I changed phones, how do I move the app?
    How do I log in on a new phone?
    Can I pay with my phone?
    I have no signal on my phone, does the card work?
    How do I add my card to my phone?
    I got an SMS on my phone to verify
    I left a cheque at your office, when is it credited?
    I left the country, can I still use my card?
    My card was left in the machine, how do I get it back?
    My card is still inside the ATM
    The ATM swallowed my card, can you send another one?
    Machine ate card
    I put my card into an ATM and it did not come out
    My card is damaged
    The chip of my card is broken
    My card stopped working after I dropped it in water
    Is my card on its way or is it lost?
    I fear that my card got lost in the post
    It's been two weeks and no card
    Did you send my card to the wrong address?
    The card was sent to my old address
    I want to report a problem with a transfer
    I want to report that the exchange rate is wrong
    You should be ashamed of these rates, this is a rip-off
    Why was my purchase declined? I have money
    The shop said that my card is not recognised
    The app does not recognise my card
    The ATM doesn't recognise my PIN
    My identity wasn't recognised
    You did not approve my payment
    Why did you not authorise my payment?
    The payment is not authorised, says the terminal
    My transfer was reversed
    My payment was returned
    Why has the money for my purchase come back?
    My purchase got cancelled and I do not know why
    Could a transfer be cancelled by me?
    I entered a wrong amount in a transfer
    Two of my cards do not work
    Both my cards expire soon
    Can I have two accounts?
    Can I make two payments a day with a disposable card?
    I made two transfers and only one arrived
    My transfer failed twice
    I have tried to top up several times
    My PIN was refused several times
    I moved house, please change my address
    My surname is different now
    I want to change my email
    How do I close the app?
    When do you close on Fridays?
    What are your opening hours?
    How do I end a subscription to a shop?
    Can I cancel my card order?
    Please cancel my top up
    I want to remove a beneficiary from my account
    How do I delete a linked card from the app?
    Can I delete an old address?
    How old is the exchange rate that you show?
    How long do you keep my card in the system?
    What ages ago I ordered the card!
    Could somebody explain why I was charged for taking out cash?
    Someone please tell me why my payment was declined
    I need somebody to check why I was charged for this withdrawal
    Can anyone tell me why the withdrawal took money from my account but gave no cash?
    Someone made a transfer to my account and it is not there
    A friend paid money into my account
    Someone paid me and I do not see the money
    How do people use this app?
    How do people get cash with this card?
    Would you let my wife use my account?
    Is it okay for my son to use my card?
    My boss pays me twice a month, can I get my salary here?
    Can I take out money twice a day?
    Can I have two separate cards?
    Can I have a second debit card?
    Are you kidding me with this rate?
    I need to delete a payee from my account
    I do not want to use a bank transfer to top up
    I don't want a physical card
    I no longer need the virtual card
    The merchant refused my card
    The shop would not take my card
    The transfer went to the wrong person, can I get the money back?
    The ATM kept my money, how do I get my money back?
    I was charged a fee and want it back
    Can I get the top up money back?
    My daughter needs a card for her trip
    Why can I not use my card to buy things?
    My payment didn't make it through
    I did not set up a PIN, where is it?
    I didn't do the identity check yet
    I have not made up my mind about a Visa card
    I never ordered a replacement card, will one come by itself?
    I haven't done a top up with a cheque before
    I never received a card
    I didn't know that ATMs cost money
    I wasn't aware of the limit for withdrawals
    I do not understand this exchange rate on my purchase
    The statement shows a different rate than the app
    The charge for my purchase is higher than the price
    It says that my payment is in progress but I have not received anything
    Is there any record of my cash deposit?
    You have no record of my cheque
    A weird error shows when I make a payment
    I get an odd message when I try to top up
    An unknown error stops my transfer
    My card was used up and I need a new one
    How do I protect my card from damage?
    Is my phone number needed to pay?
    I lost track of my transfers
    I lost my job, can I lower my limits?
    I missed my delivery
    Hi, I ordered a card a week and a half ago and it still has not come, what is going on with it?
    I have been waiting on my card for ages and am starting to worry that it's been lost
    I tried to take out some cash this morning and it got declined, I know I have the money in there
    I made a transfer to my friend two hours ago and he says that he has not got it yet
    Why was I charged a pound for a payment I made yesterday?
    I used my card in Turkey and the amount taken is far more than it should be
    I think you applied the wrong exchange rate when I bought something in Japan
    I got cash out abroad and I think the rate used was wrong
    I asked the ATM for 100 pounds and it only gave me 60, but my account says 100
    The ATM shorted me
    I went to an ATM and it didn't give me any cash but it is showing in the app as pending
    I deposited a cheque on Monday and the balance is the same
    I did a bank transfer to top up but I can't see it on my balance
    I accidentally sent money to the wrong person, can you get it back?
    I made an error on a transfer and need it reversed
    My transfer to a friend was declined but I don't know why
    It says that my beneficiary is not allowed, why
    I topped up with my card this morning and the money has vanished
    My top up was reverted and I don't know why
    I put in the wrong PIN and now my card is blocked, can you unblock it?
    I can't remember my passcode and I am locked out of the app
    The app would not accept my passcode
    I'm having trouble proving who I am
    I didn't get my verification code
    Where is the top-up code?
    I don't have a passport, how can I verify myself?
    I'm not sure where you got my money from, I mean source of funds
    My card payment was cancelled, was it me or the shop?
    Why would a payment be sent back to my account?
    I was told by a shop that they did not get my payment
    I paid at a shop, the payment is pending and the shop says that it has not been paid
    I see a payment as pending for days, what is wrong?
    There's a charge for a payment I made with my card, I did not know that you do that
    I was never told that there would be a fee to pay by card
    My husband and I both need a card, how do we do that?
    Can I order one more card for my partner?
    Will my card work if I lend it to my wife?
    Can I have money sent from someone else's account?
    Can I top up from an account that isn't mine?
    Can I use someone else's card to top up?
    A different name is on the card that I want to top up with, is that OK?
    I have got a new card, how do I link it to the app?
    I've found an old card of mine, can I still use it?
    My card will expire soon, do I have to do something?
    Do I need to be in the UK to get a card?
    What happens when the ATM keeps my card?
    An ATM in Spain has kept my card
    I lost the little paper with my PIN on it
    I want to use my phone to pay, how do I set it up?
    I do not want to verify my identity again
    I do not recognise the exchange rate that you used
    I don't recognise the fee
    Why did my transfer take so long, did I make a mistake?
    Did I make the transfer correctly?
    I think I made an error with my payment amount
    I never got my PIN
    I never got my card
    I never received the transfer
    My friend never received the payment I made
    Who do I contact when my card is stuck in a machine?
    The app says my card was declined but I didn't do anything different
    I wasn't able to make a payment, it was declined
    I couldn't pay with my card today
    I did not get the exchange rate I wanted
    I do not see my cash deposit
    What's this fee on my statement?
    What is the exchange fee for?
    I saw an extra pound taken, what for?
    Why was I charged extra on my payment?
    Payment shows as pending, please cancel it
    I want to cancel a transfer I made
    How can I see who sent me money?
    Somebody wants to send me money, what do they need?
    Can I send money to someone abroad?
    I need to change my PIN because I told it to nobody but forgot it
    What if I forget my PIN?
    Are my details safe with you?
    How safe is the virtual card?
    Can I use a disposable card to pay safely online?
    My card does not arrive, it should be here since Monday
    Where is my card?
    Can I still get a card if I live abroad?
    I haven't got my new card yet, can you check where it is?
    It's taking too long for my card to get here
    My new card hasn't come and the old one expires
"""


def test_questions_are_left_to_the_help_centre() -> None:
    assert {text: outcome(text) for text in listed(QUESTIONS)} == dict.fromkeys(listed(QUESTIONS), "accept")
