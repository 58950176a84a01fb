"""A store in a database: a file of SQLite, or PostgreSQL."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

import msgspec
from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Integer,
    LargeBinary,
    MetaData,
    Select,
    String,
    Table,
    create_engine,
    event,
    func,
    insert,
    inspect,
    select,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateTable

from runut.errors import StoreError
from runut.types import Document, Judgement, Report

BATCH = 500  # rows written, or read, at once
SCHEMA = 1  # of the tables below
LOCK = 0x72756E7574  # number of the lock under which tables are made: "runut"
WAIT = 30  # seconds that a writer waits for another

T = TypeVar("T")
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts up integers only

TABLES = MetaData()
VERSION = Table("runut", TABLES, Column("schema", Integer, primary_key=True))
REPORTS = Table(
    "reports",
    TABLES,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", String, unique=True, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
DERIVED = Table(
    "derived",
    TABLES,
    Column("stage", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
JUDGEMENTS = Table(
    "judgements",
    TABLES,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("content", LargeBinary, nullable=False),
)


class SqlStore:
    """Rows of MessagePack. Reading never waits for a writer: SQLite runs with a write-ahead log."""

    def __init__(self, url: str) -> None:
        """Opens or makes the tables. Raises StoreError for an address or a database that cannot be used."""
        try:
            self._engine = create_engine(url, poolclass=NullPool)  # nothing stays open between batches
        except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
            raise StoreError(f"store {url}: {error}; PostgreSQL needs: pip install 'runut[postgres]'") from error
        self._name = self._engine.url.render_as_string(hide_password=True)
        self._upsert: Any = postgresql.insert if self._engine.dialect.name == "postgresql" else sqlite.insert
        if self._engine.dialect.name == "sqlite":
            event.listen(self._engine, "connect", _write_ahead)
            event.listen(self._engine, "begin", _begin)
        with self._begun() as connection:
            there = inspect(connection).has_table(VERSION.name)
        if not there:
            self._make_tables()
        with self._begun() as connection:
            found = connection.scalar(select(VERSION.c.schema))
        if found != SCHEMA:
            raise StoreError(f"store {self._name}: it has form {found}, this runut reads form {SCHEMA}")

    def _make_tables(self) -> None:
        """Makes what is not there; two processes may begin at the same time."""
        with self._begun(write=True) as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(select(func.pg_advisory_xact_lock(LOCK)))
            for table in TABLES.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))
            connection.execute(self._upsert(VERSION).on_conflict_do_nothing(), {"schema": SCHEMA})

    def add(self, reports: Iterable[Report]) -> int:
        """How many were new. Written in batches, each whole or not at all."""
        new = 0
        for batch in _batches(reports):
            rows = {r.id: {"id": r.id, "content": msgspec.msgpack.encode(r)} for r in reversed(batch)}
            with self._begun(write=True) as connection:
                known = set(connection.scalars(select(REPORTS.c.id).where(REPORTS.c.id.in_(rows))))
                fresh = [rows[i] for i in dict.fromkeys(r.id for r in batch) if i not in known]
                if fresh:
                    connection.execute(self._upsert(REPORTS).on_conflict_do_nothing(), fresh)
                new += len(fresh)
        return new

    def reports(self, ids: Iterable[str] | None = None) -> Iterator[Report]:
        """Reports as added, or those asked for. Read in batches."""
        if ids is None:
            yield from self._paged(select(REPORTS.c.number, REPORTS.c.content), Report)
        else:
            yield from self._asked(select(REPORTS.c.id, REPORTS.c.content), ids, REPORTS.c.id, Report)

    def keep(self, documents: Iterable[Document], *, stage: str) -> None:
        """Keeps what a stage made, in batches."""
        self.keep_parts(((d.report.id, msgspec.msgpack.encode(d)) for d in documents), stage=stage)

    def documents(self, *, stage: str, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """What a stage made, in the order of `reports`. Read in batches."""
        if ids is None:
            joined = REPORTS.join(DERIVED, DERIVED.c.id == REPORTS.c.id)
            kept = select(REPORTS.c.number, DERIVED.c.content).select_from(joined).where(DERIVED.c.stage == stage)
            yield from self._paged(kept, Document)
        else:
            kept = select(DERIVED.c.id, DERIVED.c.content).where(DERIVED.c.stage == stage)
            yield from self._asked(kept, ids, DERIVED.c.id, Document)

    def keep_parts(self, parts: Iterable[tuple[str, bytes]], *, stage: str) -> None:
        """Keeps anything derived, by id."""
        for batch in _batches(parts):
            rows = [{"stage": stage, "id": i, "content": content} for i, content in dict(batch).items()]
            told = self._upsert(DERIVED)
            told = told.on_conflict_do_update(index_elements=["stage", "id"], set_={"content": told.excluded.content})
            with self._begun(write=True) as connection:
                connection.execute(told, rows)

    def parts(self, *, stage: str) -> dict[str, bytes]:
        """Everything derived that a stage kept, by id."""
        with self._begun() as connection:
            found = connection.execute(select(DERIVED.c.id, DERIVED.c.content).where(DERIVED.c.stage == stage))
            return {row[0]: row[1] for row in found}

    def judge(self, judgement: Judgement) -> None:
        """Appends a decision."""
        with self._begun(write=True) as connection:
            connection.execute(insert(JUDGEMENTS).values(content=msgspec.msgpack.encode(judgement)))

    def judgements(self) -> Iterator[Judgement]:
        """Every decision, in the order made."""
        return self._paged(select(JUDGEMENTS.c.number, JUDGEMENTS.c.content), Judgement)

    def _paged(self, rows: Select[Any], kind: type[T]) -> Iterator[T]:
        """What the second column holds, in the order of the first, a number; what is added meanwhile is left out."""
        number = rows.selected_columns[0]
        table = number.table
        decoder, after = msgspec.msgpack.Decoder(kind), 0
        with self._begun() as connection:
            last = connection.scalar(select(func.max(table.c.number))) or 0
        while after < last:
            with self._begun() as connection:
                page = connection.execute(
                    rows.where(number > after, number <= last).order_by(number).limit(BATCH)
                ).all()
            if not page:
                return
            after = page[-1][0]
            yield from (decoder.decode(row[1]) for row in page)

    def _asked(self, rows: Select[Any], ids: Iterable[str], column: Column[str], kind: type[T]) -> Iterator[T]:
        """What the second column holds, in the order of the ids asked for."""
        decoder = msgspec.msgpack.Decoder(kind)
        for batch in _batches(ids):
            with self._begun() as connection:
                found: dict[str, bytes] = {
                    row[0]: row[1] for row in connection.execute(rows.where(column.in_(set(batch))))
                }
            yield from (decoder.decode(found[i]) for i in batch if i in found)

    @contextmanager
    def _begun(self, *, write: bool = False) -> Iterator[Connection]:
        """A transaction; one that will write waits for other writers before it reads.

        What goes wrong in the database becomes a StoreError.
        """
        try:
            with self._engine.connect().execution_options(write=write) as connection, connection.begin():
                yield connection
        except SQLAlchemyError as error:
            why = " ".join(str(getattr(error, "orig", None) or error).split())
            raise StoreError(f"store {self._name}: {why}") from error
        except ModuleNotFoundError as error:
            raise StoreError(f"store {self._name}: {error}") from error


def _write_ahead(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # else the driver begins transactions as it likes
    cursor = connection.cursor()
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", f"busy_timeout={1000 * WAIT}"):
        cursor.execute(f"PRAGMA {setting}")
    cursor.close()


def _begin(connection: Connection) -> None:
    write = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _batches(items: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(items)
    while batch := list(islice(rest, BATCH)):
        yield batch
