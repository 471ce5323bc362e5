"""The door for the command line: it calls the rooms and holds no domain logic.

Exit statuses: 0 all reports coded, 1 failure, 2 wrong use, 3 some reports could not be coded; 141 when whoever reads
the results stops reading (as a program killed by SIGPIPE).
"""

import logging
import os
import sys
from io import TextIOWrapper

from isnad.model.errors import IsnadError, RecordError, ReportError, UsageError

FAILURE = 1
WRONG_USE = 2
SOME_NOT_CODED = 3
READER_GONE = 141


class ReaderGoneError(Exception):
    """Whoever reads the results has stopped; not an OSError, which typer would turn into a failure."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # Output is UTF-8 whatever the locale says; what cannot be shown on stderr must not end the run.
            stream.reconfigure(encoding="utf-8", errors="strict" if stream is sys.stdout else "backslashreplace")
    sys.exit(_run())


def _run() -> int | str | None:
    from isnad.cli.app import app

    try:
        try:
            app(prog_name="isnad")
        finally:
            sys.stdout.flush()
    except SystemExit as leaving:
        return leaving.code
    except (BrokenPipeError, ReaderGoneError):
        # Python flushes stdout once more on leaving; there is nobody left to complain to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return READER_GONE
    except IsnadError as error:
        return _fail(error, _status_of(error))
    except OSError as error:
        return _fail(error, FAILURE)
    return 0


def _status_of(error: IsnadError) -> int:
    if isinstance(error, UsageError):
        return WRONG_USE
    return SOME_NOT_CODED if isinstance(error, ReportError) else FAILURE


def _fail(error: Exception, status: int) -> int:
    from isnad.cli.messages import complain

    complain(f"record_{error.kind}" if isinstance(error, RecordError) else f"status_{status}", str(error))
    return status
