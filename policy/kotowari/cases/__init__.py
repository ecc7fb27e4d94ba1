"""What a decision is expected to be, held against what it is.

Nothing here reads files or runs anything; `kotowari.testing` does.
"""
