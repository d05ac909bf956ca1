"""What keeps the booth running while nobody looks: content, counts, memory, signs of life."""
