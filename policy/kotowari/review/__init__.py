"""Checks of any reply text, by hand or by machine: the words it should not have, and the parts that it should."""
