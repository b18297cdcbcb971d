"""From ragged printed rows to a rebuilt :class:`~tickmark.ingest.model.Table`, in named passes."""
