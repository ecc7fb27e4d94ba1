"""What helps whoever writes patterns: how a match came about, and patterns that are useless, dead or cut up."""
