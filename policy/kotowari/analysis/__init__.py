"""What holds of a policy whatever comes: proofs over all requests at once, and requests that show what can happen.

Everything here needs z3, which the extra `verify` installs; nothing else of the package imports it.
"""

from importlib.util import find_spec


def available() -> bool:
    """Whether z3 is installed."""
    return find_spec("z3") is not None
