"""The texts of a bundle on their way to translators and back."""
