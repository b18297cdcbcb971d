"""What is worked out: what a question asks to be reckoned, the operands found for it, and exact arithmetic."""
