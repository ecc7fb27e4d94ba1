"""Which rules come into question at all, looked up by the values of facts: cost follows them, not their number."""
