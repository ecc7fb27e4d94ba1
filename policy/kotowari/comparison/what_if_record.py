"""What would be different, as data in the format `kotowari.what-if/1`."""

from __future__ import annotations

from kotowari.comparison.replay import Replay
from kotowari.comparison.tally import Tally
from kotowari.comparison.tally_record import tally_data
from kotowari.comparison.variants import Variant
from kotowari.model.moments import time_text
from kotowari.version import VERSION

FORMAT = "kotowari.what-if/1"


def what_if_data(replay: Replay, variant: Variant, tally: Tally) -> dict[str, object]:
    """The policy, what was changed of it, and what that changes."""
    model = replay.old.model
    return {
        "format": FORMAT,
        "policy": {"name": model.name, "edition": model.edition, "digest": model.digest, "kotowari": VERSION},
        "now": time_text(replay.now),
        "without": list(variant.without),
        "replaced": list(variant.replaced),
        "added": list(variant.added),
        "requests": tally_data(tally, replies=replay.replies),
    }
