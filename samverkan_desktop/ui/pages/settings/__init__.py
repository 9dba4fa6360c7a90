"""What is chosen for the program on this computer."""
