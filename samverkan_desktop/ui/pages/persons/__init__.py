"""The groups: their seats and who holds them, the roles of each year, and the work groups."""
