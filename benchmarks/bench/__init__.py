"""What the benchmarks are made of: columns, generated workbooks, measuring, goals, tables."""
