"""A policy allows the scripts that the build has put into a page, and no others."""

import base64
import hashlib

from build_tools.theme.content_security import add_policy, render_headers, script_hashes

PAGE = """<head><meta charset="utf-8"><title>A</title></head>
<script>one()</script><script src="own.js"></script>
<script type="application/json">{"not": "run"}</script><script>two("ō")
</script>"""


def hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def test_each_script_within_a_page_has_its_hash_and_no_other_has() -> None:
    assert list(script_hashes(PAGE)) == [hash_of("one()"), hash_of('two("ō")\n')]


def test_a_page_begins_with_its_policy() -> None:
    head = add_policy(PAGE).split("<title>")[0]
    assert head.startswith('<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"')
    assert f"script-src 'self' {' '.join(sorted([*script_hashes(PAGE)]))};" in head
    assert '<meta name="referrer" content="no-referrer">' in head


def test_what_shows_a_tag_gets_no_policy_of_its_own() -> None:
    page = PAGE + '<pre>&lt;meta charset="utf-8"&gt;</pre><code><meta charset="utf-8"></code>'
    assert add_policy(page).count("Content-Security-Policy") == 1


def test_the_headers_allow_the_scripts_of_all_pages_once() -> None:
    headers = render_headers([hash_of("b"), hash_of("a"), hash_of("b")])
    assert headers.count(hash_of("b")) == 1
    assert hash_of("a") in headers
    assert "frame-ancestors 'none'" in headers
    assert all(line.startswith("  ") for line in headers.splitlines()[1:])
