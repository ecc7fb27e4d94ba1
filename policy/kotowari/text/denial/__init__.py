"""What a text only says is not wanted."""
