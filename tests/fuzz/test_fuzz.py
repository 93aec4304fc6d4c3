"""Whatever is read, nothing but the project's own problems comes out: `make fuzz`, in short.

The texts in `corpus` failed once; the others are drawn anew in each run.
"""

import pytest
from fuzz.inputs import texts
from fuzz.targets import Target, targets
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

# How many texts each way in gets: a page takes some hundred times as long as a citation.
EXAMPLES = {"citations": 300, "quotations": 40, "records": 40}
OTHERS = 15


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.name)
def test_what_failed_once(target: Target) -> None:
    for text in target.corpus:
        target.run(text)


@pytest.mark.parametrize("target", targets().values(), ids=lambda target: target.name)
def test_only_problems_come_out(target: Target) -> None:
    known = (*target.seeds, *target.corpus)

    @settings(
        max_examples=EXAMPLES.get(target.name, OTHERS),
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        target.run(data.draw(texts(target, known)))

    run()
