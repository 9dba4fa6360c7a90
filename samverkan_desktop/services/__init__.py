"""What one can do: one function a use case, one transaction, one journal entry."""
