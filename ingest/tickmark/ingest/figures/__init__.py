"""From printed words to figures: numbers, units and periods."""
