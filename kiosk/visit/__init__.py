"""What a visitor does: where they are, when they have gone, which touches count. No Qt; time is passed in."""
