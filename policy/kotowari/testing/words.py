"""The words of reports; the command line has those of further languages."""

from __future__ import annotations

from collections.abc import Mapping

from kotowari.record import record


@record
class ReportWords:
    """Every phrase of a report on trials. `{…}` are filled in where they are used."""

    comma: str
    semicolon: str
    quoted: str
    nothing: str
    truths: Mapping[bool | None, str]
    failed: str
    fails: str
    does_not_hold: str
    holds: str
    hangs: str
    hangs_help: str
    open_help: str
    fixed: str
    fixed_label: str
    fixed_help: str
    came_out: str
    no_such_demand: str
    more_demands: str
    not_said: str
    said: str
    no_reply: str
    reply: str
    gives: str
    hangs_on: str
    own_outcome: str
    holds_about: str
    holds_clause: str
    gives_clause: str
    barred: str
    barred_clause: str
    seen: str
    """What was found, behind what is said of a clause."""
    nearest: str
    nearest_named: str
    out_of_dates: str
    ended: str
    set_aside: str
    maybe_set_aside: str
    outranked: str
    undecided: str
    no_rule: str


ENGLISH = ReportWords(
    comma=", ",
    semicolon="; ",
    quoted="“{}”",
    nothing="nothing",
    truths={True: "true", False: "false", None: "unknown"},
    failed="`{name}`: expected {expected}, came out {found}",
    fails="`{name}` fails",
    does_not_hold="this example of `{rule}` does not hold: its condition is {truth}",
    holds="this counterexample of `{rule}` holds: its condition is {truth}",
    hangs="this counterexample of `{rule}` may hold: its condition is {truth}",
    hangs_help="give what it hangs on behind `with`",
    open_help="give what it hangs on among the facts of the request",
    fixed="`{name}` passes, though it is marked `todo`",
    fixed_label="remove this",
    fixed_help="what was to do is done; without `todo` the case keeps it so",
    came_out="came out: {found}",
    no_such_demand="no such demand; it asks for: {found}",
    more_demands="these demands as well: {found}",
    not_said="the reply does not say this",
    said="the reply says this",
    no_reply="there is no reply",
    reply="the reply: {text}",
    gives="`{rule}` gives {verdict}: {clause}{seen}",
    hangs_on="{truth}, and `{rule}` hangs on it{seen}",
    own_outcome="`{rule}` gives {verdict}",
    holds_about="`{clause}` is {truth}{seen}",
    holds_clause="{truth}{seen}",
    gives_clause="{truth}, so `{rule}` gives {verdict}{seen}",
    barred="`{rule}` does not apply: `{clause}` is {truth}",
    barred_clause="{truth}, so `{rule}` does not apply{seen}",
    seen=" ({seen})",
    nearest="nearest rule that gives {verdict}: `{rule}`",
    nearest_named="`{rule}` gives {verdict}",
    out_of_dates="{by} is not within its dates",
    ended="its reasons have ended",
    set_aside="it is set aside by {by}",
    maybe_set_aside="it may be set aside by {by}",
    outranked="it is in force, but {by} ranks before it",
    undecided="it is in force, but what is unknown may give another verdict",
    no_rule="no rule of this policy gives {verdict}",
)
