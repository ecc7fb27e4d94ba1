"""Checks of a whole policy: each is a function from the model to diagnostics, in a file of its own."""

CHECKS = ()
