"""Finding references in prose (nhận diện dẫn chiếu): what stands before, beside and after a number or a name."""
