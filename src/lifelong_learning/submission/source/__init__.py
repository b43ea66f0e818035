"""From file to grid: hostile workbooks opened within limits, and their cells with what the reader hides."""
