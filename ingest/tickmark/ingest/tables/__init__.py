"""From ragged printed rows to a rebuilt :class:`~tickmark.ingest.model.Table`.

The work is done in named passes over one object (:class:`~tickmark.ingest.tables.rebuild.Rebuild`), whose results stay
as attributes, so that a person can see which pass went wrong:

1. ``readings``  every cell is read: a value, a sign for nothing, text, noise or empty (``grid.py``);
2. ``bands``     header rows are found, at the top and in the middle, and the rows each one governs (``header.py``);
3. ``layout``    value columns, unit column, row-number column, label columns of each band (``layout.py``);
4. ``lines``     each printed row becomes label parts, unit and value cells (``align.py``);
5. ``entries``   wrapped labels are joined, groups found, broken cells mended, noise set aside (``labels.py``);
6. ``table``     units, scales and periods are resolved and figures made (``cells.py``).
"""
