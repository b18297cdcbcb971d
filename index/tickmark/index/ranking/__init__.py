"""How candidates are drawn, how well each fits the question, and how they are put in order."""
