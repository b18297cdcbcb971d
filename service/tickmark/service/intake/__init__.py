"""How filings come in: files, folders, archives and uploads, with what people say of them."""
