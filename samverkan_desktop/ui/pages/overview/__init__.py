"""The overview: what comes next, what needs doing, and how the agreement stands."""
