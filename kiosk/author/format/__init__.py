"""What one writes into `content.yaml`: parsed with positions, checked against the models, explained."""
