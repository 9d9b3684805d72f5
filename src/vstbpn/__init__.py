"""vstbpn"""
