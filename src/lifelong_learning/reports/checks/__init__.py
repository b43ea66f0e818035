"""What is wrong with a submission, in the form that each reader takes: a person, a program, a CI service."""
