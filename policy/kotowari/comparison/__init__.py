"""What would be different: another request (why not), another policy (what if), another version of it (diff)."""
