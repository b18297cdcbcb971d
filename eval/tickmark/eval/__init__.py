"""Beside the house: score retrieval and answers."""
