"""The scripts that draw the demo's pictures and films."""
