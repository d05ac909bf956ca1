"""The engine that reads `content.yaml` and `booth.yaml`: parsed with positions, checked against models, explained."""
