"""How a booth is set up: `booth.yaml`, read, checked and changed in place. No Qt."""
