"""A plan's targets and commitments: all of them, or one, in text, JSON or Markdown."""
