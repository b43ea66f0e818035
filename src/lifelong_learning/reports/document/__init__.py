"""Documents that people read: what they are made of, and one renderer a format."""
