"""llplan: scores units and groups against the figures of a lifelong-learning plan."""
