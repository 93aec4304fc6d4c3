"""Pages load one script, in which stands what the site's own do."""

import re
from pathlib import Path

import pytest
from project import Project, copy_project

from build_tools.theme.scripts import SITE_SCRIPT, join_scripts


def test_they_are_joined_in_their_order_without_comments() -> None:
    scripts = [
        '// Why.\nconst one = "// no comment";\n',
        "if (one) {\n  /* Here. */ act(one);\n}\n",
    ]
    assert join_scripts(scripts) == 'const one="// no comment";\nif(one){act(one);}'


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return copy_project(tmp_path / "project")


def test_scripts_from_elsewhere_and_of_another_kind_stay(project: Project) -> None:
    elsewhere, module = "https://example.org/elsewhere.js", "assets/module.mjs"
    project.write(f"docs/{module}", 'import "./other.mjs";\n')
    entries = f"  - {elsewhere}\n  - {module}\n  - assets/cards.js\n"
    project.change("mkdocs.yml", "  - assets/cards.js\n", entries)
    done = project.run("mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.output
    html = project.text("site/index.html")
    assert re.findall(r'<script src="([^"]*)"', html) == [SITE_SCRIPT, elsewhere, module]
    script = project.text(f"site/{SITE_SCRIPT}")
    assert "showPopover" in script
    assert "import" not in script


def test_a_misspelt_script_stops_a_strict_build(project: Project) -> None:
    project.change("mkdocs.yml", "  - assets/cards.js\n", "  - assets/card.js\n")
    done = project.run("mkdocs", "build", "--strict")
    assert done.returncode == 1
    assert "'assets/card.js' of extra_javascript must be a file below docs/" in done.output
    assert "did you mean 'assets/cards.js'?" in done.output
