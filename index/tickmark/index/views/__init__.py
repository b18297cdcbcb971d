"""Beneath the two views of the store: their files, what feeds them, and the libraries that they stand on."""
