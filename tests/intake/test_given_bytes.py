"""What was given, as bytes: a saved page or pasted text."""

import time

import pytest

from build_tools.intake.given_bytes import decode_page, is_html


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_known_and_read_in_each_encoding(encoding: str) -> None:
    page = "<!doctype html><html><p>Итуруп</p></html>".encode(encoding)
    assert is_html(page)
    assert "Итуруп" in decode_page(page)


def test_comments_before_a_page_are_passed_over_however_many_they_are() -> None:
    comments = b"<!-- saved -->\n" * 2_000
    start = time.process_time()
    assert is_html(comments + b"<html>")
    assert not is_html(comments + b"<script>")
    assert time.process_time() - start < 1
