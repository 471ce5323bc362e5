"""The data dictionary has every column of every table, in both languages."""

import csv
import io
import re
from typing import get_args

import pytest

from isnad.publishing.codebook import codebook_csv, codebook_markdown
from isnad.publishing.columns import TableName, read_columns
from isnad.publishing.wording import Language

TABLES: tuple[TableName, ...] = get_args(TableName)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_column_is_in_it(language: Language) -> None:
    text = codebook_markdown(language)
    for table in TABLES:
        for column in read_columns(table).columns:
            assert f"| `{column.name}` |" in text
            assert (column.ar if language == "ar" else column.en).replace("|", "\\|") in text


def test_the_csv_has_a_row_a_column() -> None:
    rows = list(csv.DictReader(io.StringIO(codebook_csv())))
    assert [(row["table"], row["column"]) for row in rows] == [
        (table, column.name) for table in TABLES for column in read_columns(table).columns
    ]
    assert all(re.search("[\u0621-\u064a]|[A-Z]{3}", row["ar"]) and row["en"] for row in rows)
    assert "shelling" in next(row["codes"] for row in rows if (row["table"], row["column"]) == ("incidents", "type"))


def test_names_are_unique_and_empty_columns_say_why() -> None:
    for table in TABLES:
        names = read_columns(table).names
        assert len(set(names)) == len(names)
        assert not any(column.required and column.empty for column in read_columns(table).columns)
