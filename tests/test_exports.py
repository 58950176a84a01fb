"""The public names are what the package says they are, and importing it loads no room."""

import importlib
import subprocess
import sys
from pathlib import Path

import runut


def test_every_public_name_is_there():
    for name in runut.__all__:
        assert getattr(runut, name) is not None


def test_no_public_name_hides_a_room():
    rooms = {p.name for p in Path(runut.__file__).parent.iterdir() if p.is_dir()}
    assert not rooms & set(runut.__all__)
    assert importlib.import_module("runut.read.html")


def test_importing_runut_loads_no_room():
    code = "import runut, sys; print([m for m in sys.modules if m.startswith('runut.') and m != 'runut.types'])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
