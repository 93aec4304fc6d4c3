"""What is given as a new source: its lines, the class proposed for each, and its bibliography.

A line is weighed by its words, by how the page sets its paragraphs, by what its other parts hold,
whatever they are called, by trafilatura's reading of the page, and by where the article is
likeliest to begin and end. jusText, asked by itself, told nothing more.
"""
