"""The things of a policy in words: what `kotowari show` finds, lists and tells in full."""
