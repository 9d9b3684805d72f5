"""Rules of structure and layout (STR): header, numbering, sections, recipients, signature."""
