"""The words behind an opening fence that make it a block of ours, and not code to show.

`blocks.registry` says what each is; what must only tell a block from code needs no more than this.
"""

BLOCK_NAMES = frozenset(
    """comparison corrections coverage differs event glossary islands map passage
    timeline""".split()
)
