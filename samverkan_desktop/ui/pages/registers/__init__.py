"""The registers beside the meetings: what the agreement keeps count of."""
