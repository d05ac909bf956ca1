"""What QML sees of the booth: view models, in one QML module (`Kiosk.View`)."""
