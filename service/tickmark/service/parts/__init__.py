"""Wholes and their parts: breakdowns, groups, and the same thing told of each of several."""
