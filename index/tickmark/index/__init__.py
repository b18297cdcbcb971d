"""First floor: keep what was read, and find it."""
