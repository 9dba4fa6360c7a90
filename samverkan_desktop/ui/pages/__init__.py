"""The pages of the window, one folder or module a room."""
