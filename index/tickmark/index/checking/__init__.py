"""Figures held against each other: amended, restated, contradictory, or not adding up."""
