"""The bank pack, held against messages of our own that are none of its examples: what the fraud team has to see."""

from __future__ import annotations

from tests.packs.bank_desk import listed, outcome

FRAUD = """
    Somebody nicked my wallet at the gym
    I've had my purse stolen with both cards in it
    I cannot find my card, I last had it at the supermarket
    My debit card went missing over the weekend
    I must have dropped my card in the taxi
    I misplaced my card and I am worried
    How can I report a stolen card?
    My bag got snatched with everything in it
    I no longer know where my card is
    I left my card in a restaurant in Rome
    My iphone was pickpocketed at the station
    I can't find my phone, please lock the app
    I left my mobile in a cab
    Phone got stolen, how do I stop access to the app?
    Somebody broke into our house and took my phone
    I don't have my phone any more, it was taken from me
    A stranger is using my card to shop online
    My card details have been leaked
    I think my card was cloned at a petrol station
    I got a phishing mail and typed in my card number
    Someone saw me enter my PIN and now money is missing
    I suspect fraud on my account
    There has been suspicious activity on my card
    My account was hacked last night
    Someone got hold of my card number
    My ex still has my card details and is spending my money
    I fell for a scam
    People have been using my card in another country
    Please freeze my card right away
    I see a purchase that I know nothing about
    I did not buy this, why am I paying for it?
    What is this payment? It was not me
    There's a transaction on my statement I don't remember making
    I have a charge from a shop I have never been to
    A payment in my history isn't mine
    I never authorized this payment
    I do not recognize the last two payments
    Who is this merchant? I never bought anything there
    A card payment shows up that I have no memory of
    I'm seeing payments for things I haven't ordered
    There are purchases on my account that weren't made by me
    An ATM withdrawal appears on my statement but I was at home
    Cash was taken out in a town where I have never been
    I have not withdrawn any cash this week, yet the app says so
    There is a cash withdrawal that I did not make
    It says I took out 500 but I have not been near a cash machine
    Why does my account show a withdrawal I know nothing of?
    I don't recognise a withdrawal from yesterday
    There is a direct debit that I never set up
    A company debits my account and I have not agreed to it
    Why is this direct debit leaving my account? I do not know them
    I have never signed up for this direct debit
    Strange direct debit on my account this morning
    Please help, I was robbed
    I have lost my wallet
    Lost card, what now?
    I can't locate my card
    My card is nowhere to be found
    I have mislaid my card
    My kids lost my card
    Think I left my card in the shop
    I forgot my card in a bar last night
    How do I report that my card is missing?
    Somebody found my phone and will not give it back
    My phone was taken at a concert
    my phone is lost help
    I've lost my mobile phone, can you disable the app on it
    I dropped my phone in the sea, how do I get at my account?
    Someone might have my card details
    My card number was copied
    I think somebody knows my PIN
    My details were used without my permission
    There was a data breach at a shop and my card was in it
    I'm afraid that my card has been compromised
    A thief got my card data
    Somebody is spending from my account
    Someone paid for things with my card
    My card seems to be used by somebody else
    I believe there are fraudulent payments on my account
    Unauthorised purchases on my card
    I noticed unusual purchases on my account
    I noticed activity on my card that isn't me
    There is an odd payment to a name that I do not know
    I see a payment to someone I have never heard of
    What are these payments? I did not make them
    I don't know what this payment is
    I'm not sure what this transaction is for
    Why is there a payment to a shop in Paris on my card? I've not been to Paris
    I think there's been a mistake, a payment shows that I did not do
    My statement has a purchase I wasn't responsible for
    A purchase on my account was not authorised by me
    There's a payment there which I don't recall
    I did not spend this money
    I haven't bought anything from this company
    I've been charged by a company I do not know
    Money was withdrawn from my account without my knowledge
    I see that money has been taken out at an ATM and it wasn't me
    Someone took cash from my account
    I did not withdraw 300 yesterday
    An unauthorised cash withdrawal was made
    the app shows a withdrawal i didnt do
    There is a cash withdrawal from a place I do not live in
    I never used an ATM last week but there is a withdrawal
    I have my card, but somebody withdrew money with it
    I do not recognise this direct debit
    A direct debit has been taken that I did not agree to
    There's a direct debit I know nothing about
    who set up this direct debit?
    money has gone out by direct debit without my approval
    A standing payment leaves my account that I haven't set up
    I got mugged and need to cancel my cards
    All my cards were stolen from the hotel room
    Wallet gone, what should I do
    I lost all my cards
    I lost both of my cards yesterday
    my card isn't in my wallet anymore
    I can't seem to find my card anywhere
    Haven't seen my card since Friday
    I am looking for my card everywhere and cannot find it
    My card fell out of my pocket
    I left the card in the shop by mistake
    Card lost - please cancel
    I'd like to report a lost card
    Please deactivate my stolen card
    I think my card has gone missing
    how do I block a lost card
    I've misplaced my debit card, help
    If I lose my card what do I do?
    My wallet disappeared at the beach
    They have taken my wallet
    Somebody ran off with my bag
    A pickpocket got me on the tram
    i lost my cell phone
    My mobile got nicked
    phone stolen last night
    someone has my phone
    My phone has been stolen, can they get at my money?
    how do i lock my account, phone was stolen
    My phone is gone and my bank app is on it
    What happens to my account if my phone gets lost?
    I lost the phone with your app
    Can you log out my lost phone?
    I don't know where my phone is
    I forgot my phone on the train
    I suspect that somebody uses my card
    Is somebody using my account?
    I think someone else has been using my account
    My card was hacked
    Hackers are in my account
    My account has been taken over
    Somebody logged in to my account from China
    There was a login that I did not make
    Who has been using my card?
    I believe a waiter copied my card
    A website where I used my card was hacked
    I entered my card details on a fake website
    My card information may have been stolen
    My bank details are in the wrong hands
    Someone rang pretending to be you and I gave them my PIN
    Somebody is buying things with my card
    My card was used in Brazil, I am in London
    Purchases are being made on my card which aren't mine
    My roommate made purchases with my card
    Someone is making payments in my name
    There's a payment from Amazon that I didn't order
    I see a card payment of 40 pounds, I did not do that
    A payment I never agreed to
    This purchase isn't one of mine
    That transaction wasn't done by me
    I don't recognize a charge from a restaurant
    Unrecognised transaction on my card
    Unknown transaction
    Some transactions look unfamiliar
    There are several payments I cannot identify
    I can't recall this payment
    I have no idea what this payment is
    No idea who this merchant is, I did not pay them
    I was billed for something I did not purchase
    I am being charged for stuff I've never bought
    Payment shows for a store I've never visited
    I was not in that city when the payment was made
    My statement lists a withdrawal, I did not take that money
    It wasn't me who took out the money
    Cash withdrawn, not by me
    A withdrawal was made without my card
    Somebody used an ATM with my card
    cash machine withdrawal i dont recognise
    I see a withdrawal from an ATM in Madrid, I have never been to Madrid
    I haven't taken any cash out, why is it on my statement
    The withdrawal on the 3rd isn't mine
    There's an ATM transaction I know nothing about
    I never took this cash
    Direct debit I do not recognise
    A direct debit that isn't mine
    Why is a company taking direct debits I did not authorise?
    I did not give anyone permission to debit my account
    There's a direct debit going out I have not set up
    I need to stop a direct debit I never agreed to
    Could someone have used my card?
    Please help, someone is in my account
    A person I don't know sent himself money from my account
    Someone tried to use my card in Mexico
    I think someone is trying to get into my account
    My neighbour has got hold of my card
    My card is in someone else's hands
    I gave my card details to a caller who said he was from the bank
    I am worried about my card after a site was hacked
    Is my card safe after the breach?
    Somebody withdrew all my savings
    Half of my money has been stolen
    I see payments that I have never made
    Not my payment
    This isn't my transaction!
    I have not been to this ATM
    I have never used this ATM
    I don't recall taking out this money
    I do not recall this withdrawal
    I can't recognise one of the direct debits
    A debit was made that I didn't approve
    An unapproved direct debit was taken
    unknown direct debit
    I haven't subscribed to this company
    card stolen
    stolen card help
    lost wallet
    lost my phone and card
    Help! There is money being spent from my card and I'm sitting at home!
    So I was checking my statement and I noticed a cash withdrawal of £200 which I certainly didn't take out myself.
    It seems my wallet has fallen out of my pocket at the stadium, my card was in it
    I was on holiday and my bag including phone and cards got stolen, I have no access to anything
    I accidentally left my card behind at the ATM and somebody has used it
    Please can you block my card, I think I lost it on the underground
    My son's friend got a hold of my phone and now there are charges
    Can you check a transaction for me? It says I paid someone named Kevin but I don't know any Kevin.
    I'd like to report a fraudulent charge
    How do I dispute a fraudulent transaction?
    There's a charge on my account for a subscription I never signed up for
    Who do I contact about a stolen card?
    What number do I call if my card has been stolen?
    My card has been stolen, will I be liable for payments made by the thief?
    Where can I report that I no longer have my card? It was stolen
    I am missing my card. Please help.
    Am I able to freeze my card in the app?
    my purse was taken with my card in
    Can I stop payments on my lost card?
    How can I get a replacement for a stolen card?
    I need a new card because mine was stolen
    I need a new phone as mine was stolen, how do I get the app back?
    someones used my card details to buy stuff
    there is an unknown payment in my account
    My account shows a payment that I am unaware of
    Could my card have been cloned? Odd things on my statement
    It looks as though my card info has been stolen
    I believe that my account may have been compromised
    I think my PIN has been seen by someone
    A cash machine withdrawal shows that I never did
    I had my card the whole time but a withdrawal was made somewhere else
    My statement shows that I took out cash in Leeds. I have never even been to Leeds!
    I see an ATM transaction I don't remember
    I am sure I did not get that cash out
    How did someone take cash out with my card?
    This cash withdrawal is not right, I didn't do it
    A withdrawal appeared that was definitely not me
    Direct debit on my account without my permission
    There is a direct debit I don't remember setting up
    What is this direct debit for?
    Can you tell me who took this direct debit?
    I want to reverse a direct debit that I did not set up
    I have no idea where my phone is and I'm worried about my account
    Phone has been lost, can someone get into my account?
    What do I do about my account if my phone got stolen?
    I broke up with my ex and he still knows my PIN
    I think there's something wrong with my account, I see a payment that isn't from me
    My statement contains a payment that I'm certain I did not make
    I saw a card payment in my app that I never carried out
    There's a card payment that I cannot place
    A transaction from a company I've never heard of came up
    I've just noticed a payment to a gym I am not a member of
    What is the card payment to XYZ Ltd? I have nothing to do with them
    This payment on my card, I do not know what it is
    Some of these payments are not mine
    I am being charged for something I have no memory of buying
    Payments have shown up that were not done by me
    I'm disputing a payment since I didn't make it
    how do I report a payment that I didn't authorise
    I need to report an unauthorised transaction
    I see a strange payment
    Why do I see a strange transaction on my card?
    Is it possible that someone has my card details? There are payments I don't recognise
    I was alerted to a purchase which I have not made
    The last transaction was not me
    I didn't make the last payment
    There's been an error, I never made this card payment
    I don't believe that I made this payment
    I don't think this payment is mine
    I don't think I made this withdrawal
    I did not authorise that withdrawal
    Why does it say that I made a cash withdrawal? I have not been to a cash machine
    Your app says I took out money, but I did no such thing
    I see cash taken out that I know nothing about
    I've noticed a cash withdrawal on my account that is not mine
    Please check a cash withdrawal, I was not the one who made it
    Someone other than me has withdrawn cash
    My card must have been copied as there is a cash withdrawal abroad
    I don't know how but cash was taken from my account, it was not me
    I've got my card here but somebody is taking out cash
    There's an ATM withdrawal from a location that I was not in
    I want to stop a direct debit that I don't recognise
    My account has a direct debit that I haven't authorised
    I don't know this direct debit
    A direct debit went out to a company I do not know
    Who is this company that takes a direct debit from me?
    Please cancel the direct debit, it was not set up by me
    I am concerned that my card is being misused
    Is there someone else using my card? I see things that I did not buy
    My card details have been compromised, what should I do?
    My card has been used fraudulently
    I want to report fraud
    I think that I have been the victim of fraud
    I was scammed into giving my details
    My information was stolen
    What do I do if my card details were stolen?
    I entered my details on what turned out to be a fake page
    I don't feel safe, someone may have seen my card number
    My card got into the wrong hands
    My wallet and phone were stolen
    I was pickpocketed and lost my cards
    I've lost my bank card, can you send another one
    I'd like to report my card as lost
    Could you cancel my card? I lost it
    I lost it, my card I mean
    I may have lost my card
    My card is lost or stolen, not sure which
    I can not find the card anywhere
    Don't know where my card is
    card missing
    my card was stolen while I was abroad, how do I get money
    I've been robbed, they took my card
    My card was taken
    I've had my phone nicked
    Can you cancel the app on my old phone, it was stolen
    someone stole my mobile
    My phone is missing
    I've lost the mobile that has the app
    I left my phone in a taxi, what should I do?
    How can I protect my account after losing my phone?
    How to stop others from using the app on my lost phone
    I lost my phone. How can I still get to my account?
"""


def test_what_may_be_fraud_goes_to_the_fraud_team() -> None:
    assert {text: outcome(text) for text in listed(FRAUD)} == dict.fromkeys(listed(FRAUD), "escalate:fraud")
