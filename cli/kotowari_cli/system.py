"""What the operating system says, as sentences of ours: the usual ones, so that they can be said in Japanese."""

from __future__ import annotations

import errno

from kotowari.diagnostics.said import Said, say

# In the words of Linux, and where they are others, those of other systems as they are.
_KNOWN: dict[int, Said] = {
    errno.EACCES: say("Permission denied"),
    errno.EPERM: say("Operation not permitted"),
    errno.ENOENT: say("No such file or directory"),
    errno.EEXIST: say("File exists"),
    errno.EISDIR: say("Is a directory"),
    errno.ENOTDIR: say("Not a directory"),
    errno.ENOTEMPTY: say("Directory not empty"),
    errno.ENAMETOOLONG: say("File name too long"),
    errno.ELOOP: say("Too many levels of symbolic links"),
    errno.ENOSPC: say("No space left on device"),
    errno.EROFS: say("Read-only file system"),
    errno.EMFILE: say("Too many open files"),
    errno.EIO: say("Input/output error"),
}


def reason(error: OSError | ValueError) -> str:
    """Why the system did not do something, in its own words; a sentence of ours where it is known."""
    if not isinstance(error, OSError):
        return str(error)
    told = error.strerror or str(error)
    known = _KNOWN.get(error.errno) if error.errno is not None else None
    return known if known is not None and known == told else told
