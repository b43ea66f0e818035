"""A workbook given back with every finding marked, its parts otherwise byte for byte as they came."""
