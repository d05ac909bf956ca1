"""A bare QML window with six tiles: what Qt Quick and Python cost by themselves."""
