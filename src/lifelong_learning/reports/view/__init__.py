"""How scores are worded, shortened and ordered: once, for every report that a person reads."""
