"""Functions, parameter lists and files stay small enough to be read at a glance."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = sorted(p for folder in ("src", "bench", "train") for p in (ROOT / folder).rglob("*.py"))
LINES_OF_A_FUNCTION, PARAMETERS, LINES_OF_A_FILE = 40, 5, 400


def too_large(path: Path) -> list[str]:
    source = path.read_text(encoding="utf-8")
    found = []
    if len(source.splitlines()) > LINES_OF_A_FILE:
        found.append(f"{path.relative_to(ROOT)}: {len(source.splitlines())} lines")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found += [f"{path.relative_to(ROOT)}:{node.lineno} {node.name}: {what}" for what in excess(node)]
    return found


def excess(node: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    body = node.body[1:] if ast.get_docstring(node) else node.body
    lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
    options = any(isinstance(d, ast.Call) and "command" in ast.unparse(d.func) for d in node.decorator_list)
    parameters = [a for a in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs) if a.arg != "self"]
    out = [f"{lines} lines"] if lines > LINES_OF_A_FUNCTION else []
    # A command's parameters are its options: the library reads them from the signature.
    return out + ([f"{len(parameters)} parameters"] if len(parameters) > PARAMETERS and not options else [])


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_is_small_enough(path: Path) -> None:
    assert too_large(path) == []


def test_the_measure_sees_what_is_too_large() -> None:
    long = ast.parse("def f(a, b, c, d, e, g):\n" + "    x = 1\n" * 41).body[0]
    assert isinstance(long, ast.FunctionDef)
    assert excess(long) == ["41 lines", "6 parameters"]
