"""Finding targets in prose (nhận diện chỉ tiêu): clauses, figures, years, and the words that tell a target from a fact."""
