"""The follow-up of the working year, as it is handed out."""
