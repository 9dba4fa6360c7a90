"""What is handed out: frozen content in; Word, PDF and calendar files out. No database, no Qt."""
