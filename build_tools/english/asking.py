"""Words that make a question of what is typed into the search, and say nothing of its subject."""

ASKING = tuple(
    "a about am an and are as at be been but by can could did do does for from had has have he "
    "her him his how i if in is it its me my no not of on or out she should so tell than that "
    "the their them there these they this those to up was we were what when where which who "
    "whom whose why will with would you your".split()
)
