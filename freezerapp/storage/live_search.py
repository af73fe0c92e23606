"""Answers a search while it is typed: from memory once the index is built, from the bank until then."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from freezerapp.domain.problems import Problem
from freezerapp.domain.search.query import Query
from freezerapp.storage import finding
from freezerapp.storage.text_index import Cancelled, Found, Outdated, TextIndex

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader


class LiveSearch:
    """The search of one open bank. ``start`` builds the index on a thread of its own; ``close`` before the bank is.

    Answers are as new as the bank: each first takes in what happened since.
    """

    def __init__(self, database: finding.Readable) -> None:
        self._database = database
        self._index: TextIndex | None = None
        self._wanted = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="search index", daemon=True)

    @property
    def ready(self) -> bool:
        """Whether searches are answered from memory."""
        return self._index is not None

    def start(self) -> None:
        """Begin to build the index."""
        self._wanted.set()
        self._thread.start()

    def close(self) -> None:
        """Stop the thread and wait for it."""
        self._closing = True
        self._wanted.set()
        if self._thread.is_alive():
            self._thread.join()

    def find(
        self,
        reader: "Reader",
        query: Query,
        limit: int | None = 200,
        go_on: Callable[[], bool] = lambda: True,
    ) -> Found:
        """The first tubes that a search finds, in order of registration. Raises Cancelled if ``go_on`` says no."""
        found = self._from_memory(reader, query, limit, go_on)
        if found is not None:
            return found
        ids = finding.find(reader, query, limit=None if limit is None else limit + 1)
        return Found(ids[:limit], len(ids) if limit is None or len(ids) <= limit else None)

    def count(self, reader: "Reader", query: Query, go_on: Callable[[], bool] = lambda: True) -> int:
        """How many tubes a search finds. Raises Cancelled if ``go_on`` says no."""
        found = self._from_memory(reader, query, None, go_on)
        return finding.count(reader, query) if found is None else len(found.ids)

    def _from_memory(
        self, reader: "Reader", query: Query, limit: int | None, go_on: Callable[[], bool]
    ) -> Found | None:
        index = self._index
        if index is None:
            return None
        try:
            up_to_date = index.keep_up(reader)
        except Outdated:
            self._index = None
            up_to_date = False
        if not up_to_date:
            self._wanted.set()
            return None
        return index.search(query, limit, go_on)

    def _run(self) -> None:
        while True:
            self._wanted.wait()
            self._wanted.clear()
            if self._closing:
                return
            try:
                if self._index is None:
                    self._index = TextIndex.build(self._database, lambda: not self._closing)
                else:
                    self._index.catch_up(self._database, lambda: not self._closing)
            except Cancelled:
                return
            except Outdated:
                self._index = None
                self._wanted.set()
            except Problem:
                # The bank is busy or gone for now: it is asked itself, and this is tried at the next search.
                self._index = None
