"""From a policy and a request to a decision: pure, no input or output."""
