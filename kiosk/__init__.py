"""A touch kiosk for exhibition booths, shown from a content bundle."""

__version__ = "0.1.0"
