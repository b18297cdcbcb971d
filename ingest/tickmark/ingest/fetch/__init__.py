"""Fetching filings from where they are published, politely and once.

* :mod:`.sec` and :mod:`.hkex` each know one archive: they turn a ticker or a stock code into :class:`.Remote` filings;
* :mod:`.http` asks: who is asking is said, requests are spaced, passing trouble is tried again, sizes are bounded;
* :mod:`.folder` keeps: a file is there whole, with a record beside it, or not at all;
* :mod:`.run` goes through a list of remotes and tells what became of each.

Needs the extra ``fetch`` (httpx, tenacity); :func:`.door.check_installed` says so where it is missing.
"""
