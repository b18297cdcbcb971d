"""``python -m tickmark``: the command line, where the ``tickmark`` script is not on the path."""

from tickmark.service.cli import main

main()
