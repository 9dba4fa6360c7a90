"""The agreement, clause by clause, with what is read out of it."""
