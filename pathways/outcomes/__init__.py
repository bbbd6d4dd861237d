"""What happened to learners like this: chances, value added and English and maths after 16."""
