"""Plan × Submission → Scorecard, exact."""
