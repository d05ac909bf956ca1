"""What staff may do: booth settings, the way in, sticks, the opening check, counts. No Qt; time is passed in."""
