"""What is demanded: obligations, facts and a date in; findings that cite the clause out."""
