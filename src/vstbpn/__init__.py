"""vstbpn."""
