"""Scorecards and findings → documents for people and machines."""
