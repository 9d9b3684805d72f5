"""Rules of organisations (ORG): who owns tasks, and units that exist on the day."""
