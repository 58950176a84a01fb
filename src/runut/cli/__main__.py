"""`python -m runut.cli`."""

from runut.cli import main

main()
