"""The command line (extra ``cli``): read a plan, check it, annotate it, show its progress and its calendar."""
