"""Beneath the store: its tables, how a filing goes in and comes out, and who may write."""
