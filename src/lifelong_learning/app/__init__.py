"""Use cases: they join plan, submission, scoring and reports; they return, and never print."""
