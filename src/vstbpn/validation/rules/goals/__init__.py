"""Rules of goals and targets (GOL)."""
