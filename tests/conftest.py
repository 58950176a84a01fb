"""Where evaluation data lies, and what is read from it once."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EVAL = Path(os.environ.get("RUNUT_EVAL_DATA", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def eval_data() -> Path:
    """The folder of evaluation data; the test skips where it is absent."""
    if not (EVAL / "gold").is_dir():
        pytest.skip("evaluation data is absent (set RUNUT_EVAL_DATA)")
    return EVAL


@pytest.fixture(scope="session")
def seeds(eval_data):
    """The acceptance case's annotations."""
    import yaml

    return yaml.load((eval_data / "gold/seeds.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


@pytest.fixture(scope="session")
def seeds_dossier(eval_data):
    """The dossier of the acceptance case."""
    from runut.pipeline import per_report, trace
    from runut.read import reports
    from runut.types import Report

    return trace([per_report(r) for r in reports([eval_data / "seeds"]) if isinstance(r, Report)])


@pytest.fixture(scope="session")
def sample_dossier():
    """The dossier of the bundled sample."""
    from runut.pipeline import per_report, trace
    from runut.read import reports
    from runut.types import Report

    return trace([per_report(r) for r in reports([ROOT / "src/runut/data/sample"]) if isinstance(r, Report)])
