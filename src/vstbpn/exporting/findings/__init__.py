"""Findings (phát hiện) in the formats people and other programs read: for the terminal, JSON, SARIF, GitHub, and as a diff."""
