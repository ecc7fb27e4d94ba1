"""`python -m kotowari_cli` is `kotowari`."""

from kotowari_cli.main import main

main()
