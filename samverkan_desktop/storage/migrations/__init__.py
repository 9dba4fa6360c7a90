"""The schema's history, one revision a module in ``versions``; read by alembic, never imported."""
