"""The compiled data files are what their YAML says."""

import pytest

from runut.errors import DataError
from runut.lang.packs import Language, compile_all, compiled, language, languages


@pytest.mark.parametrize("path", compile_all(), ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_compiled_file_is_what_its_yaml_says(path):
    assert path.exists(), "run: make packs"
    assert path.read_bytes() == compile_all()[path], "run: make packs"


def test_indonesian_and_english_have_packs():
    assert {"id", "en"} <= set(languages())


def test_a_language_without_a_pack_is_empty_but_named():
    assert language("sw") == Language(tag="sw")


def test_every_mistake_of_a_folder_is_told_at_once(tmp_path):
    (tmp_path / "calendar.yaml").write_text("no-such-field-type: [1")
    (tmp_path / "weather.yaml").write_text("a: b")
    with pytest.raises(DataError) as told:
        compiled(tmp_path, Language)
    assert "calendar.yaml" in str(told.value)
    assert "weather.yaml" in str(told.value)
