"""The machine under the booth: whether it is fit for the show, and how it stays up. No Qt."""
