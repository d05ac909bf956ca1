"""One module per picture; each exports `paint(painter, phase)` and `OUTPUTS`."""
