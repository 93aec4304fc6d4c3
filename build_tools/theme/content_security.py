"""Let browsers run and load only what the build has made: a Content-Security-Policy for each page.

https://www.w3.org/TR/CSP3/. The theme has scripts within its pages, which a policy allows by their
hashes; so what somebody else brings into a page does not run.
"""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator

from build_tools.expressions import expression

# Where hosts such as Netlify and Cloudflare Pages look for headers of pages.
HEADERS_FILE = "_headers"

_SCRIPT = expression(r"<script>(.*?)</script>", re.DOTALL)
_HEAD = expression(r'<meta charset="utf-8">')
# What the stylesheets draw with, such as the theme's icons, is in them as `data:`.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
)
# No outlet is told from which page a reader comes.
_REFERRER = "no-referrer"


def add_policy(html: str) -> str:
    """Take a whole page; return it with its policy, and what its links tell, in its head."""
    tags = (
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(script_hashes(html))}">'
        f'<meta name="referrer" content="{_REFERRER}">'
    )
    return _HEAD.sub(rf"\g<0>{tags}", html, count=1)


def script_hashes(html: str) -> Iterator[str]:
    """Yield the hash of each script within a page, as a policy writes it."""
    for script in _SCRIPT.finditer(html):
        digest = hashlib.sha256(script[1].encode()).digest()
        yield f"'sha256-{base64.b64encode(digest).decode()}'"


def render_headers(hashes: Iterable[str]) -> str:
    """Return the headers of all pages, for hosts that read a file of them; `hashes` are of all."""
    headers = {
        "Content-Security-Policy": f"{_policy(hashes)}; frame-ancestors 'none'",
        "Referrer-Policy": _REFERRER,
        "X-Content-Type-Options": "nosniff",
    }
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in headers.items())])


def _policy(hashes: Iterable[str]) -> str:
    return _POLICY.format(scripts=" ".join(["'self'", *sorted(set(hashes))]))
