"""Compiles every folder of data files: `python -m runut.lang`, which `make packs` calls."""

from runut.lang.packs import DATA, compile_all

if __name__ == "__main__":
    for target, content in compile_all().items():
        target.write_bytes(content)
        print(f"{target.relative_to(DATA)}: {len(content):,} bytes")
