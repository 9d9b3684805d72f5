"""The national strategies (chiến lược quốc gia) as goals and targets, and what a plan aims at beside them."""
