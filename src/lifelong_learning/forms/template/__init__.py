"""The form that units fill in, made from a plan alone."""
