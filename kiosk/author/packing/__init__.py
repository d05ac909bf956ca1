"""A bundle made ready to travel and to be shown: packed, unpacked, its pictures brought to the screen."""
