"""The site as a book, EPUB and PDF, made from its pages as they were built."""
