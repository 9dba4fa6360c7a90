"""What things are: stored classes, one concept a module. No queries, no clock."""
