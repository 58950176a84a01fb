"""Options from the file and the environment: typed, complete, and corrected when misspelt."""

import msgspec
import pytest

from runut.errors import UsageError
from runut.settings import Settings, load, merged


def write(tmp_path, content):
    path = tmp_path / "runut.toml"
    path.write_text(content)
    return path


def test_without_a_file_the_defaults_hold(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert load(environ={}) == Settings()


def test_the_file_of_the_working_folder_is_read(tmp_path, monkeypatch):
    write(tmp_path, '[runut]\nlang = "id"\njobs = 3\nstrict = true\n')
    monkeypatch.chdir(tmp_path)
    assert load(environ={}) == Settings(lang="id", jobs=3, strict=True)


def test_the_environment_wins_over_the_file(tmp_path):
    path = write(tmp_path, '[runut]\nlang = "id"\njobs = 3\n')
    environ = {"RUNUT_JOBS": "2", "RUNUT_STRICT": "true", "RUNUT_EVAL_DATA": "/data", "HOME": "/"}
    assert load(path, environ) == Settings(lang="id", jobs=2, strict=True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            '[runut]\nlagn = "id"\n',
            "there is no option lagn; known: format, lang, strict, judgements, store, engine, jobs",
        ),
        ('[runut]\nlang = "fr"\n', "option lang: 'fr' is not id or en"),
        ("[runut]\njobs = -1\n", "option jobs: -1 is not a whole number from 0"),
        ('[runut]\nstrict = "maybe"\n', "option strict: 'maybe' is not true or false"),
        ('lang = "id"\n', r"options belong into one table, \[runut\]; found: lang"),
        ("runut = 1\n", r"options belong into one table, \[runut\]; found: runut"),
        ("[runut\n", "runut.toml: "),
    ],
)
def test_a_mistake_is_named_with_what_would_be_right(tmp_path, content, message):
    with pytest.raises(UsageError, match=message):
        load(write(tmp_path, content), {})


def test_a_file_that_is_asked_for_must_be_there(tmp_path):
    with pytest.raises(UsageError, match="No such file"):
        load(tmp_path / "none.toml", {})


def test_none_says_nothing():
    assert merged({"jobs": 2, "lang": "id"}, {"jobs": None, "lang": "en"}) == Settings(jobs=2, lang="en")


def test_every_option_has_a_help_line():
    for field in msgspec.structs.fields(Settings):
        assert field.type.__metadata__[0].description.endswith(".")
