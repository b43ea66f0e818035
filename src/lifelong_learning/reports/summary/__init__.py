"""The half-year and year-end report: one view of all figures and sentences, six documents."""
