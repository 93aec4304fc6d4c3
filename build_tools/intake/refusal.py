"""What cannot become a source, said in one sentence with a hint."""

from build_tools.templating import render


class RefusedSourceError(Exception):
    """Raised where what was given cannot become a source.

    `reason` names the sentence in `templates/refused-source.txt.j2`; `values` fill it.
    """

    def __init__(self, reason: str, **values: object) -> None:
        self.reason, self.values = reason, values
        super().__init__(reason)

    def __str__(self) -> str:
        return render("refused-source.txt.j2", reason=self.reason, **self.values).strip("\n")
