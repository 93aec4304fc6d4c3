"""Pages load one script, in which stands what the site's own do."""

import re
from pathlib import Path

from project import copy_project

from build_tools.scripts import ONE, join_scripts


def test_they_are_joined_in_their_order_without_comments() -> None:
    scripts = [
        '// Why.\nconst one = "// no comment";\n',
        "if (one) {\n  /* Here. */ act(one);\n}\n",
    ]
    assert join_scripts(scripts) == 'const one="// no comment";\nif(one){act(one);}'


def test_a_script_from_elsewhere_stays(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    elsewhere = "https://example.org/elsewhere.js"
    project.change("mkdocs.yml", "  - assets/cards.js\n", f"  - {elsewhere}\n  - assets/cards.js\n")
    done = project.run("mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.output
    html = project.text("site/index.html")
    assert re.findall(r'<script src="([^"]*)"', html) == [ONE, elsewhere]
    assert "showPopover" in project.text(f"site/{ONE}")
