"""The command line: one file per command, and the only part that prints."""
