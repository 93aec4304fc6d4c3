"""The project's repository on the web: where its pages are edited, and problems reported."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

# The branch that is published, and that a change is proposed to.
BRANCH = "main"


@dataclass(frozen=True)
class Forge:
    """How a kind of host for repositories puts its addresses together.

    `edit` is the folder of the pages that edit a file; `issue` the page for a new issue, with the
    names of its fields for the title and for the text.
    """

    edit: str
    issue: str
    title: str = "title"
    text: str = "body"


# The field is one of the form .github/ISSUE_TEMPLATE/correction.yml.
GITHUB = Forge(f"edit/{BRANCH}", "issues/new?template=correction.yml", text="statement")
GITLAB = Forge(f"-/edit/{BRANCH}", "-/issues/new", "issue[title]", "issue[description]")
FORGEJO = Forge(f"_edit/{BRANCH}", "issues/new")
# By words in the name of a host; any other is taken for a GitHub of an organisation's own.
_FORGES = {"gitlab": GITLAB, "codeberg": FORGEJO, "forgejo": FORGEJO, "gitea": FORGEJO}


@dataclass(frozen=True)
class Repository:
    """A repository by its address, which ends without a slash."""

    address: str

    @property
    def name(self) -> str:
        """The path on its host, as people call it."""
        return urlsplit(self.address).path.strip("/")

    @property
    def forge(self) -> Forge:
        """The kind of its host."""
        host = urlsplit(self.address).hostname or ""
        return next((forge for word, forge in _FORGES.items() if word in host), GITHUB)

    @property
    def new_issue(self) -> str:
        """The page on which an issue is written."""
        return f"{self.address}/{self.forge.issue}"

    def edit_folder(self, folder: str, config_file: str) -> str:
        """Return where, from the address, the files of a folder are edited; it ends in a slash.

        `config_file` is at the top of the repository.
        """
        below = Path(folder).resolve().relative_to(Path(config_file).resolve().parent)
        return f"{self.forge.edit}/{below.as_posix()}/"

    def report(self, title: str, text: str = "") -> str:
        """Return the address of a new issue with its title; more text may be put to its end."""
        query = urlencode({self.forge.title: title, self.forge.text: text})
        return f"{self.new_issue}{'&' if '?' in self.new_issue else '?'}{query}"


def parse_repository(address: str) -> Repository | None:
    """Read the address of a repository; none is none. Raises ValueError on what is not one."""
    address = address.strip().rstrip("/").removesuffix(".git")
    if not address:
        return None
    parts = urlsplit(address)
    right = (
        parts.scheme in ("http", "https")
        and bool(parts.hostname)
        and bool(parts.path.strip("/"))
        and not (parts.query or parts.fragment or parts.username or "@" in parts.netloc)
        and address.isprintable()
        and not set(address) & set(" \"'<>\\?#")
    )
    if not right:
        raise ValueError("must be https://, a host and a path, without a query or a fragment")
    return Repository(address)
