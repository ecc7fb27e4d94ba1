"""What is said: replies to customers and notes to the teams that take over."""
