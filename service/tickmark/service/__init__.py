"""Second floor: answer people and programs."""
