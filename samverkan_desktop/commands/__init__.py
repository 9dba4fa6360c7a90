"""Commands of the command line that are several in one, a module each."""
