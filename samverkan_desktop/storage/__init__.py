"""Where it is kept: engine, unit of work, journal, migrations, backups, integrity."""
