"""Stores to run the suite over; PostgreSQL is started for the tests and stopped after them."""

import getpass
import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

NUMBERS = itertools.count(1)


def programs():
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = shutil.which("initdb")
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    return Path(found).parent if found else newest[-1].parent if newest else None


@pytest.fixture(scope="session")
def postgres():
    """A function that makes an empty database and gives its address."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed")
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    user = getpass.getuser() if os.geteuid() else "postgres"
    try:
        owner = pwd.getpwnam(user)
    except KeyError:
        pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
    home = Path(tempfile.mkdtemp(prefix="runut-pg-"))
    if not os.geteuid():
        os.chown(home, owner.pw_uid, owner.pw_gid)
    as_user = {} if os.geteuid() else {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    call = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": home, **as_user}
    start = f"-c listen_addresses='' -k {home} -c fsync=off"
    try:
        subprocess.run([folder / "initdb", "-D", home / "data", "-U", "runut", "-A", "trust", "-E", "UTF8"], **call)
        subprocess.run([folder / "pg_ctl", "-D", home / "data", "-w", "-o", start, "start"], **call)
        yield lambda: _database(psycopg, home)
        subprocess.run([folder / "pg_ctl", "-D", home / "data", "-m", "immediate", "stop"], **call)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _database(psycopg, home):
    name = f"t{next(NUMBERS)}"
    with psycopg.connect(f"host={home} user=runut dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://runut@/{name}?host={home}"


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def address(request, tmp_path):
    """The address of an empty store."""
    if request.param == "memory":
        return "memory:"
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/s.db"
    return request.getfixturevalue("postgres")()
