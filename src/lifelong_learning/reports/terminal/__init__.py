"""Reports for a terminal, a pipe or a text file."""
