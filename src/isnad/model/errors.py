"""The exceptions of Isnad, all in one tree.

IsnadError
├── UsageError        what was asked for makes no sense (exit status 2)
├── SettingsError     a lexicon, places or settings file is wrong; names file and line (exit status 1)
├── RecordError       the record cannot be read or written: damaged, full, read-only, locked, newer (exit status 1)
└── ReportError       one report cannot be read or coded; the run goes on (exit status 3)
"""


class IsnadError(Exception):
    """Any error Isnad raises on purpose."""


class UsageError(IsnadError):
    """What was asked for makes no sense."""


class SettingsError(IsnadError):
    """A file of language knowledge or settings is wrong.

    `where` names the file and, where known, the line: `actors.yaml:12`.
    """

    def __init__(self, where: str, message: str) -> None:
        super().__init__(f"{where}: {message}")
        self.where = where
        self.message = message


class RecordError(IsnadError):
    """The record cannot be opened, read or written; what was acknowledged before is kept.

    `kind` is one word of a closed list (`damaged`, `full`, `readonly`, `missing`, `locked`, `newer`, `denied`,
    `database`), `where` names the file or the database (never with its password), `message` says what to do.
    """

    def __init__(self, kind: str, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.kind = kind
        self.where = where
        self.message = message


class ReportError(IsnadError):
    """One report cannot be read or coded.

    `kind` is one word of a closed list (`empty`, `binary`, `encoding`, `json`, `field`, `too_large`, `internal`),
    `where` names file and line, `message` says what is wrong.
    """

    def __init__(self, kind: str, message: str, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.kind = kind
        self.where = where
        self.message = message
