"""Bundles on their way to a booth and on it: packed, verified, installed, rolled back."""
