"""Rules of references and legal bases (REF)."""
