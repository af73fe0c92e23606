"""Faults of a file in the user's terms: busy, full, read-only, damaged."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError

from freezerapp.domain.problems import (
    BankBusy,
    BankMoved,
    CannotRead,
    DamagedBank,
    DeviceFailed,
    DiskFull,
    Problem,
    ReadOnlyBank,
)
from freezerapp.storage import sqlite

NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


@contextmanager
def said_of(path: Path) -> Iterator[None]:
    """Faults of the file in the user's terms: busy, full, read-only, moved, damaged, on a failing disk."""
    try:
        yield
    except Problem:
        raise
    except (sqlite3.Error, DBAPIError, OSError, UnicodeDecodeError) as error:
        cause: Any = error.orig if isinstance(error, DBAPIError) else error
        if sqlite.is_busy(cause):
            raise BankBusy(str(path)) from error
        if sqlite.is_full(cause) or (isinstance(cause, OSError) and cause.errno in NO_ROOM):
            raise DiskFull(str(path)) from error
        if sqlite.is_device_error(cause) or (isinstance(cause, OSError) and cause.errno == errno.EIO):
            raise DeviceFailed(str(path), str(cause)) from error
        if sqlite.is_moved(cause):
            raise BankMoved(str(path)) from error
        if sqlite.is_read_only(cause):
            raise ReadOnlyBank(str(path)) from error
        if sqlite.is_damage(cause):
            raise DamagedBank(str(path), str(cause)) from error
        if sqlite.is_unreachable(cause):
            raise CannotRead(str(path), str(cause)) from error
        if isinstance(cause, OSError):
            raise CannotRead(str(path), cause.strerror or str(cause)) from error
        raise
