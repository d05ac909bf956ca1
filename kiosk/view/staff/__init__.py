"""What QML sees of the staff desk."""
