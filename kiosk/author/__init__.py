"""What authors of bundles need: what one writes, checked closely, compiled, translated, packed."""
