"""The shipped rules, by what they look at; each is a function that finds, and a text that breaks it."""
