"""Attributes that are worked out when they are first asked for.

`cached_property` is without a lock, as Python has it from 3.12 on: taking one cost more than most of what is cached.
`shared_property` is for objects that several threads may ask at the same time; each has a `lock` of its own.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

__all__: Final = ["cached_property", "shared_property"]

if TYPE_CHECKING or sys.version_info >= (3, 12):
    from functools import cached_property
else:

    class cached_property:  # noqa: N801 - the name it has in Python
        """An attribute that is worked out when it is first asked for; several threads may do so at the same time."""

        def __init__(self, found) -> None:  # noqa: ANN001 - the types are those of `functools`
            self._found = found
            self.__doc__ = found.__doc__

        def __set_name__(self, owner, name):  # noqa: ANN001, ANN204 - the same
            self.attrname = name  # so it is called there, too

        def __get__(self, of, owner=None):  # noqa: ANN001, ANN204 - the same
            """The value, from then on an attribute of the object itself."""
            if of is None:
                return self
            value = of.__dict__[self.attrname] = self._found(of)
            return value


if TYPE_CHECKING:
    shared_property = cached_property
else:

    class shared_property(cached_property):  # noqa: N801 - as the other one
        """The same, worked out once: the other threads wait. So they do while another one of the object is."""

        def __get__(self, of, owner=None):  # noqa: ANN001, ANN204 - the same
            """The value, from then on an attribute of the object itself."""
            if of is None:
                return self
            with of.lock:
                return of.__dict__[self.attrname] if self.attrname in of.__dict__ else super().__get__(of, owner)
