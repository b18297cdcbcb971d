"""The HTTP interface: its routes, what stands before them, and how errors are told."""
