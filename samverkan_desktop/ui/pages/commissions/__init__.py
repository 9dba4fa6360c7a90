"""The commissions: what has been given to whom, how and when it is reported, and what came of it."""
