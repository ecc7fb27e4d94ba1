"""What English sentences ask for: `-` the [topic] stands denied, `+` it is asked for; then why the sentence is here."""

from __future__ import annotations

import re

import pytest

from kotowari.text.denial.denial import is_denied
from kotowari.text.fold import fold

SENTENCES = """
- We don't need [swimlanes].                                              | plain
- we dont need [swimlanes]                                                | as people type
- We do not currently need the [Jira sync].                               | an adverb between
- Honestly, nobody on my team needs [story points].                       | nobody
- None of us ever asked for [reactions].                                  | none
- I no longer require the [wheelchair ramp].                              | no longer
- There is no need to send a [replacement].                               | no need
- We have no interest in [cryptocurrency payments].                       | no interest
- We've no use for the [desktop client].                                  | no use
- I have no intention of [cancelling].                                    | no intention
- I'm not going to [cancel], I just have a question.                      | not going to
- We are not planning on [upgrading] this year.                           | not planning
- I'm not interested in the [webinar], thank you.                         | not interested
- We're not looking for a [discount] here.                                | not looking for
- I am not asking for my [money back].                                    | not asking
- It isn't a [refund] I'm after.                                          | cleft
- This isn't about the [invoice].                                         | about
- An [apology] is not what I'm after.                                     | what I'm after
- A [mobile app] isn't really necessary for us.                           | is not needed
- [Dark mode] is not that important to us.                                | not important
- [Dark mode] doesn't matter to us.                                       | does not matter
- For our purposes, [SSO] is optional.                                    | optional
- [Onboarding calls] are unnecessary.                                     | unnecessary
- A [Kubernetes operator] would be overkill.                              | overkill
- [Breakfast] can be left out.                                            | left out
- Please don't add [emoji reactions].                                     | imperative
- Do not send me [paper statements].                                      | imperative
- And please don't bother with a [voucher].                               | imperative after and
- You don't need to send a [technician].                                  | you don't need to
- Skip the [small talk], I need an answer.                                | skip
- Never mind the [gift wrap].                                             | never mind
- Forget about the [gift wrap], it's late already.                        | forget about
- No [phone calls] please.                                                | no X please
- No [breakfast] for us.                                                  | no X for us
- No [anchovies], thanks.                                                 | no X, thanks
- No [deposit] is needed in our case.                                     | no X is needed
- We can do without [airport pickup].                                     | can do without
- We're fine without [housekeeping].                                      | fine without
- I'd be happy without the [newsletter].                                  | happy without
- We would like a room without [breakfast].                               | without
- I'd rather not have the [newsletter].                                   | rather not
- We'd prefer not to use [Slack] for this.                                | prefer not
- I would rather avoid [phone calls].                                     | rather avoid
- Instead of a [credit note], please pay it out.                          | instead of
- Could you pay it out instead of issuing a [credit note]?                | a contrast holds in a polite request
- We want a list rather than a [calendar].                                | rather than
- We want a list, not a [calendar].                                       | X, not Y
- I'd like tea, not [coffee], please.                                     | X, not Y in the middle
- We prefer plain text over [Markdown].                                   | prefer over
- I don't think we need [two-factor].                                     | don't think
- I doubt we'll need the [conference room].                               | doubt
- We never use the [timeline], so leave it.                               | never use... so
- We don't care about [animations].                                       | don't care
- We're not fans of [auto-play].                                          | not fans of
- I'm not too keen on [stickers].                                         | not keen
- We don't want or need a [chatbot].                                      | two verbs
- We don't need boards, swimlanes or [timelines].                         | list, last
- We don't need [boards], swimlanes or timelines.                         | list, first
- We don't need boards, swimlanes, or [timelines].                        | list, serial comma
- We need neither [boards] nor swimlanes.                                 | neither nor
- Your plan includes [phone support], which we don't need.                | relative clause
- Your plan includes [phone support], but we don't need it.               | pronoun
- Remove the [banner] nobody asked for.                                   | relative clause without which
- Nor do we want [reminders].                                             | nor
- We don’t need “[Gantt charts]”.                                         | curly quotes
- WE DO NOT NEED [GANTT CHARTS]!                                          | capitals
- I don't see the point of [badges].                                      | no point
- I'm allergic to [peanuts].                                              | allergic
- We'll bring our own [towels].                                           | our own
- The last thing we need is another [dashboard].                          | the last thing
+ We need [swimlanes].                                                    | plain
+ Couldn't you add [swimlanes]?                                           | polite negative
+ Why don't you have [swimlanes]?                                         | why
+ Do you not offer [swimlanes]?                                           | question
+ Isn't there a [dark mode]?                                              | question
+ Don't we need [SSO] for the audit?                                      | question
+ Wouldn't it be nice to have [dark mode]?                                | question
+ Is a [deposit] not required?                                            | question
+ I can't live without [dark mode].                                       | cannot without
+ We cannot work without the [export].                                    | cannot without
+ If you don't add [swimlanes], we will leave.                            | threat
+ I don't want to lose the [export].                                      | lose
+ We don't want to wait for the [refund] any longer.                      | wait
+ I don't want anyone to see my [messages].                               | anyone
+ I don't want my [account] to be closed.                                 | to be
+ We want not only [export] but also import.                              | not only
+ I don't want anything but a [refund].                                   | nothing but
+ I don't see [swimlanes] anywhere.                                       | complaint
+ The [export] doesn't work.                                              | complaint
+ The [export] is not working on my phone.                                | complaint
+ [Phone support] is not available on Sundays.                            | complaint
+ My [parcel] did not arrive.                                             | complaint
+ I have not received my [refund].                                        | complaint
+ There is no [phone number] on your site.                                | complaint
+ You don't offer [phone support].                                        | complaint
+ I cannot find the [invoice].                                            | complaint
+ I didn't recognise this [payment].                                      | complaint
+ I'm not happy with the [refund].                                        | complaint
+ The [card] is not what I expected.                                      | complaint
+ Nobody answers the [phone].                                             | complaint
+ I forgot my [password].                                                 | forget, not forget about
+ We don't need timelines, but please add [swimlanes].                    | other clause
+ We don't need timelines. Please add [swimlanes].                        | other sentence
+ We don't need timelines and want [swimlanes].                           | and, a verb
+ We don't need timelines; [swimlanes] would be great.                    | semicolon
+ We don't need a calendar if we get [swimlanes].                         | if
+ We don't need the timeline because we have [swimlanes].                 | because
+ Instead of timelines, please add [swimlanes].                           | instead of the other
+ I don't know whether you have [swimlanes].                              | not know
+ I need to know if [SSO] is included, we don't use Slack.                | other clause
+ No problem, please send the [invoice].                                  | no problem
+ I no longer have access to my [account].                                | no longer have
+ Not sure how to get a [refund].                                         | not sure
+ Don't forget my [refund]!                                               | don't forget
# Further sentences
- To be honest we wouldn't need the [audit log] at all.
- There's really no need for you to add [dark mode].
- You can keep the [voucher], I don't want it.
- I don't want your [newsletter] any more.
- It's not that we need [SSO].
- Don't worry about the [refund].
- No worries about the [refund].
- Please don't give me a [voucher].
- Please do not offer me [store credit] again.
- I have zero interest in [store credit].
- We won't be using the [calendar].
- We won't be needing the [calendar].
- We have decided against [SSO].
- We decided not to go for [SSO].
- [SSO] is not a requirement for us.
- [SSO] is not a must-have.
+ [SSO] would be nice but is not essential.
- [SSO] isn't something we're looking for.
- I wouldn't use [dark mode] even if you had it.
- Not looking for [SSO], just basic login.
- Not interested in [SSO].
- not asking for [refund] just want an answer
- The [discount] isn't the issue.
- It's not the [fee] I'm complaining about.
- We don't mind about the [pool].
- As for [breakfast], we won't need it.
- Dinner yes, [breakfast] no.
- We don't require a [crib] or high chair.
- We don't need any additional [towels], thanks.
- There will be no need of [parking].
- We'd be better off without the [sidebar].
- I could live without [emoji].
- I can do just fine without [emoji].
- All we need is an export, not a full [API].
- I want the money back, not a [voucher].
- I asked for an export and not an [API].
- Rather than adding [AI features], please fix bugs.
- Stop adding [AI features].
- Enough with the [AI features].
- We've got no use for an [API].
- We are against [ads].
- Nobody needs [ads].
- I'm good without [breakfast].
- I'll pass on the [tour].
- We'll skip [breakfast].
- We already have a [crib], no need to bring one.
- Please leave off the [onions].
- Without [onions], please.
- I don't eat [meat].
- We don't drink [alcohol].
- This has nothing to do with [billing].
+ I'm not getting my [refund].
+ I don't have my [card].
+ I don't understand the [fee].
+ I don't know how to [export].
+ I don't think the [export] works.
+ I don't believe I got the [refund].
+ I never received my [card].
+ I never got the [invoice].
+ I no longer see the [export] button.
+ I didn't ask for much, only a [refund].
+ You never sent the [invoice].
+ Please don't remove the [export].
+ Please don't drop [Python 3.8 support].
+ Don't make me wait for the [refund].
+ Please don't charge me before the [refund] arrives.
+ Please do not cancel my [order].
+ Please don't forget the [towels].
+ Please don't hesitate to send the [invoice].
+ Never mind, I found it, but I still need the [invoice].
+ No, I want a [refund].
+ No! Give me a [refund].
+ Not a day goes by without me wanting [dark mode].
+ Nothing beats [dark mode].
+ What if I don't need the [card] any more, can I return it?
+ We don't just need [export], we need import too.
+ We need more than [export].
+ It's not possible to [export].
+ It is not clear how to [export].
+ I am not able to [export].
+ I wasn't able to [export].
+ I couldn't find [dark mode].
+ It doesn't let me [export].
+ It does not support [SSO].
+ There isn't any [SSO].
+ There's no option to [export].
+ I've been waiting for my [refund] and don't want to wait longer.
+ I do not want to pay twice for the [export].
+ I wouldn't mind a [discount].
+ I won't stay without a [discount].
+ No discount, no [deal].
+ I can't believe you don't have [dark mode].
+ Not having [dark mode] is a deal breaker.
+ The lack of [dark mode] is a problem.
+ We will not renew unless you add [SSO].
+ We won't renew without [SSO].
+ I don't care how, I want a [refund].
+ I don't care what it costs, I want [SSO].
+ I don't want excuses, I want a [refund].
+ I don't want excuses I want a [refund].
+ I don't want to complain, but the [export] is broken.
+ I don't need much: [export] and SSO.
+ I do not wish to be rude, but where is my [refund]?
+ We're not big, yet we need [SSO].
+ Neither the [app] nor the site works.
+ Neither my [card] nor my phone arrived.
+ I'm not asking for the moon, just [dark mode].
+ It's not that hard to add [dark mode].
+ No other tool lacks [dark mode].
+ Is it not possible to get a [refund]?
+ Can't I get a [refund]?
+ Why is there no [refund]?
+ How come there's no [refund]?
+ Would it not be better to have [dark mode]?
+ I'd rather have [dark mode] than light.
+ I'd rather not wait for the [refund].
+ I hope you won't refuse my [refund].
+ Without [SSO] we cannot use it.
+ We can't onboard people without [SSO].
+ We're lost without [SSO].
+ If we don't get [SSO] we leave.
+ Don't tell me there is no [refund].
+ Please don't tell me I can't get a [refund].
+ Not only do we need [SSO], we need SCIM.
+ The [refund] has not been processed.
+ My [transfer] isn't going through.
+ My [PIN] isn't what I set.
- I am writing to say that we do not, in fact, need the [migration].
- We really, really don't need another [dashboard].
- We don't, at this stage, require any [training].
- There's absolutely no need for [training].
- We have absolutely no interest in [training].
- We do not have any need for [training] whatsoever.
- I have no wish whatsoever to receive [calls].
- No one here cares about [badges].
- It doesn't matter if there is a [pool].
- It does not have to have a [pool].
- It doesn't need to have a [pool].
- The room doesn't have to have a [balcony].
- It doesn't have to be [fancy].
- You don't have to send a [replacement].
- You needn't bother with a [replacement].
- We would be perfectly fine without [breakfast].
- We'd be OK without the [balcony].
- Feel free to leave out the [breadsticks].
- Please leave the [breadsticks] out.
- Please omit the [breadsticks].
- Just skip the [intro].
- You can skip the [intro].
- I'd sooner not have [calls].
- I would prefer no [calls].
- We prefer not having [calls].
- I want to unsubscribe, no more [emails] please.
- No more [emails], please!
- No further [emails] needed.
- No need to send [emails].
- No need of a [receipt].
- Not necessary to send a [receipt].
- It isn't necessary to send a [receipt].
- It is unnecessary to send a [receipt].
- It's not necessary to have a [balcony].
- A [receipt] won't be necessary.
- [Receipts] will not be needed.
- [Parking] not required.
- [Parking]: none needed.
- We require no [parking].
- We need no [parking].
- We want no [ads].
- I want no part of your [loyalty scheme].
- [Loyalty points] mean nothing to me.
- I couldn't care less about [loyalty points].
- [Loyalty points] are of no use to me.
- My question isn't about [billing].
- This is not a [billing] question.
- I am not here for a [refund].
- I don't expect a [refund].
- I'm not expecting a [refund].
- I'm not after a [refund], only an explanation.
- I do not seek a [refund].
- I won't ask for a [refund].
- I'm not trying to get a [refund].
- It isn't that I want a [refund].
- An exchange rather than a [refund], please.
- Please do not [refund] me yet.
+ I do not have the [receipt].
+ I lost the [receipt] and don't know what to do.
+ I don't remember my [password].
+ I don't recall making this [payment].
+ I don't recognise the [charge] and want it gone.
+ I did not authorise this [payment].
+ I never made this [payment].
+ I have never used my [card] there.
+ I haven't used my [card] for weeks.
+ I didn't use my [card] at that shop.
+ The [card] was not used by me.
+ My [card] isn't accepted.
+ The [card] has been declined and I don't know why.
+ It wasn't me who made that [transfer].
+ I don't agree with the [fee].
+ I don't want to pay the [fee].
+ I won't pay the [fee].
+ I shouldn't have to pay the [fee].
+ I was not told about the [fee].
+ Nobody told me about the [fee].
+ I wasn't expecting the [fee].
+ I did not expect a [fee].
+ I'm not aware of any [fee].
+ It is not clear to me what the [fee] is for.
+ You didn't mention a [fee].
+ I am not able to change my [PIN].
+ My [PIN] does not work and I need cash, no delays please.
+ I can't remember my [PIN], not even the first digit.
+ I need a new [PIN] not a new card.
+ I need a [refund], not excuses.
+ I want a [refund] instead of a voucher.
+ I want a [refund] rather than a voucher.
+ I'd prefer a [refund] over a voucher.
+ No voucher, I want my [money].
+ I don't want a voucher but a [refund].
+ I don't want a voucher, I want a [refund].
+ I don't want a voucher; a [refund] is what I want.
+ I don't want a voucher - [refund] me.
+ We don't need help with setup. Is [export] included?
+ We don't need much, but [export] is a must.
+ Never received the [invoice], please resend.
+ Not received the [invoice] yet.
+ No [invoice] yet, please send.
+ No [invoice] arrived.
+ No sign of the [invoice].
+ [Invoice] still not received.
+ Still no [invoice].
+ Unfortunately there's no [dark mode].
+ It's a pity there's no [dark mode].
+ Isn't [dark mode] on the roadmap?
+ Is [dark mode] not on the roadmap?
+ Are there no plans for [dark mode]?
+ Do you have no plans for [dark mode]?
+ Have you no plans to add [dark mode]?
+ Is there any reason not to add [dark mode]?
+ I see no reason not to add [dark mode].
+ There's no reason not to have [dark mode].
+ Hard to believe there's no [dark mode].
+ I wouldn't say no to [dark mode].
+ Nothing would please us more than [dark mode].
+ I can't wait for [dark mode].
+ Can't you just add [dark mode]?
+ Please don't say no to [dark mode].
+ Please stop ignoring [dark mode].
+ We're not leaving without a [refund].
+ I will not stop until I get a [refund].
+ Don't ask me why, but I need [export].
+ Don't you think we need [export]?
+ You don't need to be a genius to see that we need [export].
+ If you don't need the data, give us [export].
+ Unless we don't need [export], which we do, add it.
- Thanks, but we don't need the [trial extended].
- I'd like to point out that nobody asked for [AI summaries].
- We're a small team and don't really need [role management].
- For us [role management] isn't needed at all.
- We have a VPN so we don't need [IP allowlisting].
- We have a VPN, so [IP allowlisting] isn't necessary.
- Since we use Okta, we don't need your [password rules].
- We don't want our customers to see [prices], just drawings.
- I don't want any more [surveys].
- I don't need you to call me about [insurance].
- I'm only browsing and not interested in [insurance].
- Please cancel the order; I no longer need the [lamp].
- I ordered by mistake and no longer want the [lamp].
- The gift is for a friend, so no [invoice] in the box please.
- Please make sure there is no [invoice] in the box.
- Please deliver without [packaging].
- I'd like the burger without [cheese].
- No [cheese] on the burger please.
- My daughter is allergic to [gluten].
- We will bring our own [stroller], so no need for one.
- We're bringing our own [stroller].
- We will sort out [dinner] ourselves.
- We won't be having [dinner] at the hotel.
- We don't plan on having [dinner] at the hotel.
- The [view] isn't important.
- The [view] is not that important as long as it is quiet.
- We don't mind if there's no [view].
- A [view] would be wasted on us.
- Rather a quiet room than a [view].
- Give me the raw data rather than a [report].
- I asked for the raw data, not for a [report].
- It's the raw data I want, not the [report].
- I am not asking you to build [Gantt charts], I just want dates.
+ We have a VPN but still need [IP allowlisting].
+ I don't need the lamp any more, so I want a [refund].
+ I don't want the lamp, please [refund] me.
+ I no longer want it and would like a [refund].
+ The lamp isn't needed any more, how do I get a [refund]?
+ Please cancel; no refund needed, but send a [confirmation].
+ I need a room with no stairs and a [lift].
+ We don't eat out, so [dinner] please.
+ We don't have a car, so we need [pickup].
+ We have no car, is there [pickup]?
+ As I don't drive I need [pickup].
+ I don't speak Japanese, can I get an [English menu]?
+ I don't like stairs, is there a [lift]?
+ My order hasn't arrived and nobody answers the [phone].
+ No one can tell me where my [parcel] is.
+ I never asked you to close my [account].
+ Please don't close my [account].
+ Don't you dare remove [dark mode].
+ I'm not going to give up on my [refund].
+ I'm not interested in excuses, I want my [refund].
+ We don't need Gantt charts; what we need is [dependencies].
+ We don't need Gantt charts. What we don't have is [dependencies].
+ What we need isn't Gantt charts but [dependencies].
+ Not Gantt charts but [dependencies] would help.
+ Rather than Gantt charts we'd like [dependencies].
+ Instead of adding Gantt charts, could you improve the [search]?
+ Don't add Gantt charts, improve the [search].
+ Please don't add Gantt charts but improve the [search].
+ We can live without Gantt charts but not without [search].
+ We can do without Gantt charts, not without [search].
+ Although we don't need Gantt charts, [search] is vital.
+ While Gantt charts aren't needed, [search] is.
+ Gantt charts are optional, [search] isn't.
+ No Gantt charts, more [search].
"""


def cases() -> list[tuple[str, str]]:
    """Each sentence with its sign; the reasons are for readers."""
    lines = [line.partition("|")[0].strip() for line in SENTENCES.splitlines() if line.startswith(("-", "+"))]
    return [(line[0], line[2:]) for line in lines]


@pytest.mark.parametrize(("sign", "sentence"), cases())
def test_what_a_sentence_asks_for(sign: str, sentence: str) -> None:
    before, topic, after = re.split(r"[\[\]]", sentence)
    start = len(fold(before).text)
    assert is_denied(fold(before + topic + after), start, start + len(fold(topic).text)) == (sign == "-")
