"""The stair from what editors write to what residents read and hear; the only place that knows several rooms."""
