"""Where the article begins, what is set aside within it, and where it ends.

A page is read as four parts in order: what stands above the article, its paragraphs, what is
set aside between them, and what follows. Of all ways to divide the lines so, that of the
greatest weight is taken (the algorithm is Viterbi's). A line is in doubt where the best way
that treats it otherwise weighs nearly as much.
"""

from collections.abc import Sequence

from build_tools.intake.evidence import Weighed

_ABOVE, _BODY, _ASIDE, _BELOW = range(4)
_PARTS = (_ABOVE, _BODY, _ASIDE, _BELOW)
# The more lines that are no prose, the less likely it is that the article goes on below them.
_RETURN, _FEW, _MOST = 0.3, 3, 8
_IMPOSSIBLE, _OUTSIDE = float("-inf"), 0.3
# What each step from part to part costs; others cannot be.
_STEPS = {
    (_ABOVE, _ABOVE): 0.0,
    (_ABOVE, _BODY): 0.0,
    # A page may be no article at all.
    (_ABOVE, _BELOW): 0.0,
    (_BODY, _BODY): 0.0,
    (_BODY, _ASIDE): -0.7,
    (_ASIDE, _ASIDE): 0.0,
    (_ASIDE, _BODY): -0.3,
    (_BODY, _BELOW): -1.5,
    (_BELOW, _BELOW): 0.0,
}


def divide(weighed: Sequence[Weighed], first: int) -> tuple[tuple[bool, float], ...]:
    """Tell of each line whether it is of the body, and by how much that is the better choice.

    No line before the index `first` is of the body.
    """
    if not weighed:
        return ()
    scores = [_scores(it, n, first) for n, it in enumerate(weighed)]
    returns = [_RETURN * min(max(it.gap - _FEW, 0), _MOST) for it in weighed]
    to = _onward(scores, returns)
    back = _backward(scores, returns)
    result = []
    for before, after in zip(to, back, strict=True):
        whole = [a + b for a, b in zip(before, after, strict=True)]
        body, other = whole[_BODY], max(whole[part] for part in _PARTS if part != _BODY)
        result.append((body > other, abs(body - other)))
    return tuple(result)


def _steps(back: float) -> dict[tuple[int, int], float]:
    """Return what each step costs where it is less likely that the article goes on."""
    return _STEPS | {(_ASIDE, _BODY): _STEPS[_ASIDE, _BODY] - back}


def _scores(it: Weighed, n: int, first: int) -> list[float]:
    # What is no prose is as likely above an article as below it; a comment is not.
    return [min(it.end, _OUTSIDE), it.body if n >= first else _IMPOSSIBLE, 0.0, it.end]


def _onward(scores: list[list[float]], returns: list[float]) -> list[list[float]]:
    """Return the weight of the best way to each part of each line."""
    ways = [[scores[0][_ABOVE], scores[0][_BODY], _IMPOSSIBLE, _IMPOSSIBLE]]
    for own, back in zip(scores[1:], returns[1:], strict=True):
        last = ways[-1]
        steps = _steps(back)
        ways.append(
            [
                own[part] + max(last[a] + cost for (a, b), cost in steps.items() if b == part)
                for part in _PARTS
            ]
        )
    return ways


def _backward(scores: list[list[float]], returns: list[float]) -> list[list[float]]:
    """Return the weight of the best way from each part of each line to the end."""
    # What is set aside at the end is no longer between paragraphs.
    ways = [[0.0, 0.0, _IMPOSSIBLE, 0.0]]
    for own, back in zip(reversed(scores[1:]), reversed(returns[1:]), strict=True):
        last = ways[-1]
        steps = _steps(back)
        ways.append(
            [
                max(cost + own[b] + last[b] for (a, b), cost in steps.items() if a == part)
                for part in _PARTS
            ]
        )
    return ways[::-1]
