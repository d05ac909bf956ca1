"""Measures the booth from outside, beside a bare window and a browser: `python -m bench`."""
