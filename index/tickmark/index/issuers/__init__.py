"""Who a question is about: issuers of the index by any of their names, other companies, and places."""
