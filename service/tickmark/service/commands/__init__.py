"""The commands of ``tickmark``, a file each, and how what they say is set in a terminal."""
