"""Values only: findings, plans, submissions, scores. No file, no clock, no console."""
