"""The site's word lists: names, glossary, counted words, speakers."""
