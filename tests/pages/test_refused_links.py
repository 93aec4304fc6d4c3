"""Where links and pictures may lead."""

import pytest
from fixture_types import ReadPage


def messages(read_page: ReadPage, markdown: str) -> list[str]:
    page = read_page(f"{markdown}\n{{: .no-claim }}\n")
    return [problem.message for problem in page.problems if problem.code == "markup"]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java&#115;cript:alert(1)",
        "&#x6a;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example/",
        "https:evil",
        "https://good@evil.example/",
        "https:\\\\evil.example",
    ],
)
@pytest.mark.parametrize("form", ["[a]({})", "[a][1]\n\n[1]: {}\n\nText", "![]({})"])
def test_an_address_that_a_browser_would_run_or_fetch_is_refused(
    address: str, form: str, read_page: ReadPage
) -> None:
    found = messages(read_page, form.format(address))
    assert found
    assert all(message.startswith(("a link must not ", "a picture must not ")) for message in found)


@pytest.mark.parametrize(
    "markdown",
    [
        "[a](https://example.org/a?b=c&d=e#f)",
        "[a](http://example.org)",
        "[a](mailto:editor@example.org)",
        "[a](dispute.md#where)",
        "[a](../index.md)",
        "[a](#here)",
        "![](assets/map.png)",
    ],
)
def test_the_web_a_mail_address_and_the_site_itself_are_not(
    markdown: str, read_page: ReadPage
) -> None:
    assert messages(read_page, markdown) == []


def test_pictures_come_from_the_site_alone(read_page: ReadPage) -> None:
    [message] = messages(read_page, "![](https://example.org/a.png)")
    assert message == "a picture must not come from another host"
