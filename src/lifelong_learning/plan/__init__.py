"""YAML → Plan: strict reading, consistency, JSON Schema."""
