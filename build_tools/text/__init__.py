"""English text alone: folding, words, sentences, numbers, dates, quotations."""
