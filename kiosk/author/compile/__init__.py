"""A folder as its authors wrote it into the bundle that a booth shows."""
