"""The looks that come before the first write: is this a bank, is it whole, may it be written here."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from freezerapp.domain.custody import first_link, link
from freezerapp.domain.problems import (
    CannotRead,
    DamagedBank,
    NewerBank,
    NoSuchFile,
    NotABank,
    OnNetworkShare,
)
from freezerapp.storage import sqlite

RECENT_EVENTS = 1_000
"""How much of the chain is checked at every opening; the whole of it is verify's work."""
NETWORK_SYSTEMS = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afpfs",
    "webdav",
    "davfs",
    "9p",
    "afs",
    "ceph",
    "lustre",
    "glusterfs",
    "fuse.ceph",
    "fuse.glusterfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.gvfsd-fuse",
)
FIRST_VERSION = 1
_MAGIC = b"SQLite format 3\x00"


class Seen(NamedTuple):
    """What the looks found."""

    uuid: str
    writable: bool
    version: int


def inspect(path: Path) -> Seen:
    """Look at a bank before it is opened; raises the BankProblem that says what is wrong."""
    version = check_is_bank(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    if version < sqlite.SCHEMA_VERSION and writable:
        from freezerapp.storage import migrating  # with all tables there are: a bank of today waits for none

        migrating.upgrade(path)
    return Seen(_look_inside(path, writable), writable, version)


def check_is_bank(path: Path) -> int:
    """Refuse what is not there, not a bank, newer or on a share; gives the version of its schema."""
    try:
        size = path.stat().st_size
    except FileNotFoundError as error:
        raise NoSuchFile(str(path)) from error
    except OSError as error:
        raise CannotRead(str(path), error.strerror or "") from error
    if path.is_dir():
        raise NotABank(str(path))
    if not os.access(path, os.R_OK):
        raise CannotRead(str(path), "permission denied")
    if share := network_system(path):
        raise OnNetworkShare(str(path), share)
    if size == 0:
        raise NotABank(str(path))
    mark, version = _marks(path)
    if mark != sqlite.APPLICATION_ID:
        raise NotABank(str(path))
    if version > sqlite.SCHEMA_VERSION:
        raise NewerBank(str(path))
    if version < FIRST_VERSION:
        raise DamagedBank(str(path), f"its tables are of version {version}, which never was")
    return version


def head_of(path: Path) -> tuple[int, str]:
    """The number and hash (hex) of the newest event, as papers print it."""
    connection = sqlite.connect(path, "ro")
    try:
        row = connection.execute("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()
    finally:
        connection.close()
    return (row[0], row[1].hex()) if row else (0, "")


def _marks(path: Path) -> tuple[int, int]:
    """The file's mark and version; from the header where a hot journal hides them from a reader."""
    try:
        connection = sqlite3.connect(sqlite.address(path, "ro"), uri=True, timeout=sqlite.BUSY_MS / 1000)
        try:
            mark = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except UnicodeDecodeError as error:
        raise DamagedBank(str(path), str(error)) from error
    except sqlite3.DatabaseError as error:
        # Nobody writes a file whose journal is hot, so reading it here can drop nobody's lock.
        head = _header(path)
        if head[:16] != _MAGIC:
            raise NotABank(str(path)) from error
        mark, version = int.from_bytes(head[68:72]), int.from_bytes(head[60:64])
        if sqlite.is_damage(error) and mark == sqlite.APPLICATION_ID:
            raise DamagedBank(str(path), str(error)) from error
    return mark, version


def _header(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(100)


def _look_inside(path: Path, writable: bool) -> str:
    connection: sqlite3.Connection | None = None
    try:
        connection = sqlite.connect(path, "rw" if writable else "ro")
        connection.execute("BEGIN")
        page, pages = (connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_size", "page_count"))
        if path.stat().st_size != page * pages:
            raise DamagedBank(str(path), f"{path.stat().st_size} bytes instead of {page * pages}")
        uuid = connection.execute("SELECT uuid FROM bank").fetchone()
        if uuid is None:
            raise DamagedBank(str(path), "no bank in it")
        for what in chain_faults(connection, str(uuid[0]), last=RECENT_EVENTS):
            raise DamagedBank(str(path), what)
        connection.execute("ROLLBACK")
        return str(uuid[0])
    except sqlite3.DatabaseError as error:
        if sqlite.is_busy(error) or sqlite.is_device_error(error):
            raise
        if sqlite.is_read_only(error) or sqlite.is_unreachable(error):
            raise CannotRead(str(path), f"its last change was cut off and can't be undone here ({error})") from error
        raise DamagedBank(str(path), str(error)) from error
    except (UnicodeDecodeError, AttributeError, TypeError) as error:
        raise DamagedBank(str(path), str(error)) from error
    finally:
        if connection is not None:
            connection.close()


def chain_faults(connection: sqlite3.Connection, uuid: str, last: int) -> Iterator[str]:
    """What is wrong with the newest events of the chain; nothing where they hang together."""
    rows = connection.execute(
        "SELECT seq, payload, prev, hash FROM event ORDER BY seq DESC LIMIT ?", (last + 1,)
    ).fetchall()[::-1]
    expected: bytes | None = None
    for number, (seq, payload, prev, here) in enumerate(rows):
        if seq == 1:
            expected = first_link(uuid)
        if expected is not None and prev != expected:
            yield f"event {seq} does not follow the one before it"
        if (number or seq == 1) and link(prev, payload) != here:
            yield f"event {seq} was changed"
        expected = here


def network_system(path: Path) -> str | None:
    """The name of the network file system that a file lies on; None for a local one."""
    if sys.platform.startswith("linux"):
        return _linux_system(path)
    if sys.platform == "win32":
        return _windows_system(path)
    return _mac_system(path)


def _linux_system(path: Path, mounts: Path = Path("/proc/self/mounts")) -> str | None:
    where = path.resolve()
    best, system = "", ""
    try:
        lines = mounts.read_text(errors="replace").splitlines()
    except OSError:
        return None
    for line in lines:
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        if "\\" in point:
            point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
        # What is mounted later on the same point hides what was there: a share the trap that called it.
        if point and len(point) >= len(best) and (point == "/" or where.is_relative_to(point)):
            best, system = point, kind
    return system if _is_network(system) else None


def _windows_system(path: Path) -> str | None:
    where = str(path.resolve())
    if where.startswith("\\\\"):
        return "smb"
    import ctypes

    remote = 4
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009  (only there on Windows)
    return "smb" if kernel.GetDriveTypeW(path.resolve().anchor) == remote else None


def _mac_system(path: Path) -> str | None:
    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    return mounted_system(told, path.resolve())


def mounted_system(told: str, where: Path) -> str | None:
    """The network system of a path, from what macOS prints of its mounts: ``… on POINT (system, …)``."""
    best, system = "", ""
    for line in told.splitlines():
        _, _, rest = line.partition(" on ")
        point, _, kind = rest.rpartition(" (")
        if point and len(point) >= len(best) and (point == "/" or where.is_relative_to(point)):
            best, system = point, kind.split(",")[0].rstrip(")")
    return system if _is_network(system) else None


def _is_network(system: str) -> bool:
    """Whether locks can't be trusted there: network systems, and whatever runs in user space but a local disk."""
    return system in NETWORK_SYSTEMS or system.startswith("fuse.")
