"""A diagnostic as data, the renderer that people read, the formats that machines read, and one page per code."""
