"""What was counted (số liệu): indicators, observations, and how they are read from tables."""
