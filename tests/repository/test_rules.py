"""The rules of the house, held by tests (design, "Style")."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "isnad"
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common", "junkdrawer"}
# Built from pieces, so that this file does not name what it forbids.
HOSTS = [
    ".".join(parts)
    for parts in [
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("anaconda", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("yarnpkg", "com"),
    ]
]
NOT_MIRRORED = {"__init__.py", "__main__.py"}


@cache
def tracked_files() -> tuple[Path, ...]:
    """What git keeps or would keep; without git, everything that is not hidden or made."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True
    )
    if listed.returncode == 0:
        files = [ROOT / line for line in listed.stdout.splitlines()]
    else:
        hidden = [path for path in ROOT.glob(".*") if path.name != ".ci"]
        files = [path for path in ROOT.rglob("*") if not {*hidden, ROOT / "demo"} & {path, *path.parents}]
    return tuple(path for path in files if path.is_file())


def python_files() -> list[Path]:
    return [path for path in tracked_files() if path.suffix == ".py"]


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Name and length of each function, from `def` to the last line, its docstring left out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            documented = len(docstring.splitlines()) if docstring is not None else 0
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1 - documented


def named(paths: list[Path]) -> list[str]:
    return sorted(str(path.relative_to(ROOT)) for path in paths)


def test_there_is_something_to_look_at() -> None:
    assert SOURCE / "__init__.py" in python_files()
    assert len(python_files()) > 40


def test_no_file_is_over_400_lines() -> None:
    assert named([p for p in python_files() if len(p.read_text("utf-8").splitlines()) > MAX_FILE_LINES]) == []


def test_no_function_is_over_50_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}: {name} has {lines} lines"
        for path in python_files()
        for name, lines in functions(path)
        if lines > MAX_FUNCTION_LINES
    ]
    assert long == []


def test_no_vague_names() -> None:
    assert (
        named([p for p in python_files() if {*p.relative_to(ROOT).parts[:-1], *p.stem.split("_")} & VAGUE_NAMES]) == []
    )


def test_every_module_says_what_it_is_for() -> None:
    assert named([p for p in python_files() if ast.get_docstring(ast.parse(p.read_text("utf-8"))) is None]) == []


def test_nothing_is_pretended() -> None:
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX|NotImplemented" + r"Error)\b")
    assert named([path for path in python_files() if marks.search(path.read_text("utf-8"))]) == []


def test_no_file_names_a_package_host() -> None:
    naming = [path for path in tracked_files() for host in HOSTS if host.encode() in path.read_bytes()]
    assert named(naming) == []
    assert not (ROOT / "uv.lock").exists()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_hashed(name: str) -> None:
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text("utf-8"))
    packages = [entry for entry in entries if entry.strip() and not entry.startswith("#")]
    assert len(packages) > 5
    assert [entry.split()[0] for entry in packages if "==" not in entry or "--hash=sha256:" not in entry] == []


def test_tests_mirror_the_source() -> None:
    """Each room has tests of its own, and each folder of tests is a room (or one of those that look across)."""
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and list(path.glob("*.py"))}
    tested = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir() and list(path.glob("test_*.py"))}
    assert rooms - tested == set()
    assert tested - rooms <= {"repository", "corpus", "package", "golden", "quality", "benchmarks"}


def test_test_files_are_named_after_what_they_test() -> None:
    """A test module of a room is named after one of its modules, with or without a suffix that says which side of it."""
    strangers = []
    for path in python_files():
        folder = path.parent.relative_to(ROOT).parts
        if len(folder) != 2 or folder[0] != "tests" or not path.name.startswith("test_"):
            continue
        room = SOURCE / folder[1]
        if room.is_dir() and not _tested_modules(path.stem.removeprefix("test_"), room):
            strangers.append(path)
    assert named(strangers) == []


def _tested_modules(stem: str, room: Path) -> list[Path]:
    names = [module for module in room.glob("*.py") if module.name not in NOT_MIRRORED]
    return [module for module in names if stem == module.stem or stem.startswith(f"{module.stem}_")] or (
        [room] if stem in {"main", room.name, "properties", "texts"} else []
    )
