"""How fast pages load, beside the same text on a stock Material site: part of `make bench`.

Lighthouse reads a page of each kind on both sites in turn, as a phone and as a desktop, some times
over; the medians, and which aims they miss, are written into MAINTAINING.md. Both sites are served
with gzip, as hosts do.
"""

import argparse
import gzip
import json
import os
import platform
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from project import ROOT, copy_project
from stock_site import write_stock_site

LIGHTHOUSE = Path(sys.prefix) / "bench/node_modules/.bin/lighthouse"
REPORT = ROOT / "MAINTAINING.md"
BEGIN, END = "<!-- bench: written by `make bench` -->\n", "<!-- end of bench -->"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
HOME, CALL = "", "contacts/suga-putin-2020/"
FORMS = {"mobile": (), "desktop": ("--preset=desktop",)}
SITES = ("ours", "stock")
LEAST_MOBILE, MOST_BYTES = 90, 350_000
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml", ".map")


class GzipHandler(SimpleHTTPRequestHandler):
    """Serve files packed as hosts pack them, and quietly."""

    def log_message(self, *args: object) -> None:
        """Say nothing."""

    def send_head(self) -> BytesIO | None:  # type: ignore[override]
        """Answer with the head; return the body."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in PACKED:
            data = gzip.compress(data, 6)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)


@dataclass(frozen=True)
class Load:
    """What one load of a page cost, or the medians of several."""

    scores: dict[str, float]
    shift: float
    blocking: float
    packed: float
    unpacked: float
    requests: float
    elsewhere: float


@dataclass(frozen=True)
class Server:
    """A folder served at an address; the folder may be filled later."""

    address: str
    folder: Path


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    handler = partial(GzipHandler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Server(f"http://127.0.0.1:{server.server_port}/", folder)
    server.shutdown()
    server.server_close()


def build(project: Path, server: Server) -> None:
    """Build the site of a project for the address where it will be served."""
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "-q", "--site-dir", str(server.folder)],
        cwd=project,
        env={**os.environ, "SITE_URL": server.address, "PYTHONPATH": str(ROOT)},
        check=True,
    )


def load(url: str, options: tuple[str, ...]) -> Load:
    """Let Lighthouse load a page once, with nothing cached."""
    chrome = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), "")
    done = subprocess.run(
        [
            *(str(LIGHTHOUSE), url, "--quiet", "--output=json", *options),
            f"--only-categories={','.join(CATEGORIES)}",
            "--chrome-flags=--headless=new --no-sandbox",
        ],
        env={**os.environ, "CHROME_PATH": chrome} if chrome else None,
        capture_output=True,
        text=True,
        check=True,
    )
    result = json.loads(done.stdout)
    if error := result.get("runtimeError"):
        raise RuntimeError(f"Lighthouse could not load {url}: {error['message']}")
    audits, host = result["audits"], urlsplit(url).netloc
    requests = audits["network-requests"]["details"]["items"]
    # A browser's own pages and data in the page itself are no requests.
    sent = [item for item in requests if item["url"].startswith(("http:", "https:"))]
    return Load(
        {name: round(100 * result["categories"][name]["score"]) for name in CATEGORIES},
        audits["cumulative-layout-shift"]["numericValue"],
        audits["total-blocking-time"]["numericValue"],
        sum(item["transferSize"] for item in sent),
        sum(item["resourceSize"] for item in sent),
        len(sent),
        sum(urlsplit(item["url"]).netloc != host for item in sent),
    )


def middle(loads: list[Load]) -> Load:
    """Return the median of each figure."""
    names = ("shift", "blocking", "packed", "unpacked", "requests", "elsewhere")
    scores = {name: median(one.scores[name] for one in loads) for name in CATEGORIES}
    return Load(scores, *(median(getattr(one, name) for one in loads) for name in names))


def missed(page: str, form: str, ours: Load, stock: Load) -> Iterator[str]:
    """Yield each aim that a page misses."""
    aims = {
        f"performance at least stock's {stock.scores['performance']:.0f}": (
            ours.scores["performance"] >= stock.scores["performance"]
        ),
        f"performance at least {LEAST_MOBILE} on mobile": (
            form != "mobile" or ours.scores["performance"] >= LEAST_MOBILE
        ),
        **{f"{name} 100": ours.scores[name] == 100 for name in CATEGORIES[1:]},
        "layout shift 0": round(ours.shift, 3) == 0,
        f"blocking at most stock's {stock.blocking:.0f} ms": (
            round(ours.blocking) <= round(stock.blocking)
        ),
        f"at most {MOST_BYTES // 1000} kB packed": ours.packed <= MOST_BYTES,
        "no request to another host": ours.elsewhere == 0,
    }
    yield from (f"{page}, {form}: {aim}" for aim, met in aims.items() if not met)


def render(found: dict[tuple[str, str, str], Load], runs: int) -> tuple[str, list[str]]:
    """Return the report in Markdown, and the aims missed."""
    head = ["Page", "Form", "Site", "Perf.", "Access.", "Practice", "SEO", "Shift", "Blocking, ms"]
    head += ["Packed, kB", "Unpacked, kB", "Requests", "Elsewhere"]
    lines = [f"| {' | '.join(head)} |", f"| --- | --- | --- {'| ---: ' * (len(head) - 3)}|"]
    for (page, form, site), one in found.items():
        scores = [f"{one.scores[name]:.0f}" for name in CATEGORIES]
        weights = [f"{one.packed / 1000:.0f}", f"{one.unpacked / 1000:.0f}"]
        cells = [page, form, site, *scores, f"{one.shift:.3f}", f"{one.blocking:.0f}", *weights]
        cells += [f"{one.requests:.0f}", f"{one.elsewhere:.0f}"]
        lines.append(f"| {' | '.join(cells)} |")
    pairs = [key[:2] for key in found if key[2] == "ours"]
    misses = [
        line
        for page, form in pairs
        for line in missed(page, form, found[page, form, "ours"], found[page, form, "stock"])
    ]
    told = [f"- {line}" for line in misses] or ["None."]
    text = [*about(runs), "", *lines, "", "Aims missed:", "", *told, ""]
    return "\n".join(text), misses


def about(runs: int) -> list[str]:
    """Say when and with what the figures were measured."""
    node = json.loads((LIGHTHOUSE.parent.parent / "lighthouse/package.json").read_text("utf-8"))
    programs = {
        "Lighthouse": node["version"],
        "Python": platform.python_version(),
        "MkDocs": version("mkdocs"),
        "Material": version("mkdocs-material"),
    }
    listed = ", ".join(f"{name} {number}" for name, number in programs.items())
    today = datetime.now(UTC).date().isoformat()
    busy = f"{os.cpu_count()} processor cores, load average {os.getloadavg()[1]:.1f} at the end"
    return [
        f"Measured on {today} with {listed}; median of {runs}; {busy}.",
        "Packed is what goes over the network with gzip; unpacked is the same files as they are.",
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="loads of each page")
    runs = parser.parse_args().runs
    if not LIGHTHOUSE.exists():
        sys.exit("Lighthouse is missing: `make bench` installs it where npm is")
    loads: dict[tuple[str, str, str], list[Load]] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        with serve(folder / "ours") as ours, serve(folder / "stock") as stock:
            build(copy_project(folder / "project").root, ours)
            write_stock_site(folder / "stock-project", stock.address)
            build(folder / "stock-project", stock)
            files = (folder / "ours").rglob("index.html")
            largest = max(files, key=lambda path: path.stat().st_size).parent
            path = f"{largest.relative_to(folder / 'ours').as_posix()}/"
            pages = {"Home": HOME, "A call": CALL, f"The largest, `{path}`": path}
            for run in range(runs):
                for page, path in pages.items():
                    for form, options in FORMS.items():
                        # In turn, so that what else the machine does falls on both.
                        for site, server in zip(SITES, (ours, stock), strict=True):
                            one = load(server.address + path, options)
                            loads.setdefault((page, form, site), []).append(one)
                            print(run + 1, page, form, site, one, flush=True)
    report, misses = render({key: middle(some) for key, some in loads.items()}, runs)
    text = REPORT.read_text("utf-8")
    before, rest = text.split(BEGIN)
    REPORT.write_text(f"{before}{BEGIN}\n{report}\n{END}{rest.split(END)[1]}", encoding="utf-8")
    print(report)
    sys.exit(1 if misses else 0)


if __name__ == "__main__":
    main()
