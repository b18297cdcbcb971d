"""The Slack bot: questions asked in channels, threads and direct messages, answered where they were asked.

::

    events_route.py   signed events on the service's own port    socket_mode.py   `tickmark slack`, no port at all
            └────────────────────┬──────────────────────────────────────┘
                              app.py      what Slack sends -> what was asked (slack-bolt)
                              bot.py      asked -> answered, once, and politely when it cannot be
      followup.py  "and 2022?" │ desk.py  the index │ blocks.py, cards.py, rows.py, facts.py  an answer as Block Kit
                            keeping.py    one SQLite file: dedupe.py, threads.py, feedback.py
                            posting.py    the Web API: rate limits, refused tokens
       door.py, manifest.py   from the settings to a bot     listing.py   what /filings shows
                       limits.py, words.py   what Slack lets through, and how text stays text

Needs the extra ``slack``. Nothing here is imported before the bot is asked for.
"""
