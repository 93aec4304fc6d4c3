"""Words for documents, and those that say what stands in one."""

import re

# In their base forms. A "text" or a "paper" may be any of them.
DOCUMENTS = frozenset(
    """agreement accord deal pact treaty declaration statement constitution amendment law contract
    charter convention protocol resolution plan""".split()
)
# After a document: "the treaty provides that". Before one: "under the terms of the treaty".
STIPULATES = re.compile(
    r" (?:that |which )?(?:stipulat\w+|stat(?:es?|ed)|says?|said|provid(?:es?|ed)|promis\w+|assigns?"
    r"|assigned|requires?|required|foresees?|foresaw|envisag\w+|lays? down|laid down|grants?|granted"
    r"|obliges?|obliged|speaks? of|spoke of)\b"
)
UNDER = re.compile(
    r"\b(?:[Uu]nder|[Bb]y|[Ii]n|[Aa]ccording to|terms of|[Aa]s) "
    r"(?:the terms of )?(?:(?:the|a|an|their|its|this|that) )?(?:[\w'’-]+ ){0,2}$"
)
