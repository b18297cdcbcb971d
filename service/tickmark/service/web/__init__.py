"""What a browser shows: the web box at ``/``, the filings, and the pages of the sources."""
