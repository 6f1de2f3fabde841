"""The errors this project raises on purpose.

SanctionsGraphError              one line for the user: what, where, what to do
|-- UsageError                   the call makes no sense (exit 2)
`-- DataError                    a source, a ledger or a server does not play along (exit 1)
    |-- SourceError              a source cannot be read
    |-- ReadingProcessError      a process that reads articles ended by itself
    |-- ReferenceDataError       the shipped reference data or ontology is inconsistent
    |-- LedgerError              the ledger cannot be opened, read or written
    |   `-- ReadingError         a reading breaks a rule, so the ledger does not take it
    `-- StoreError               a graph store is unreachable, refuses, or holds something unexpected
"""

from __future__ import annotations


class SanctionsGraphError(Exception):
    """The base class; `exit_code` is what the command line ends with."""

    exit_code = 1


class UsageError(SanctionsGraphError):
    """The call makes no sense: an unknown question, an ambiguous name, a bad date."""

    exit_code = 2


class DataError(SanctionsGraphError):
    """Something outside the program does not play along."""


class SourceError(DataError):
    """A source cannot be read."""


class ReadingProcessError(DataError):
    """A process that reads articles ended by itself."""


class ReferenceDataError(DataError):
    """The shipped reference data or ontology is inconsistent."""


class LedgerError(DataError):
    """The ledger cannot be opened, read or written."""


class ReadingError(LedgerError):
    """A reading breaks a rule (words that are not in its article, an unknown relation): the ledger does not take it."""


class StoreError(DataError):
    """A graph store is unreachable, refuses, or holds something unexpected."""
