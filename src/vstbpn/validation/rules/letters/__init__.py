"""Rules of the text as a whole (DOC): letters, quotation marks, blanks, encodings."""
