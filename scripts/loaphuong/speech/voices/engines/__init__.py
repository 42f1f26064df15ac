"""The engines of the house, a module each: station.toml's `engine = "espeak"` is the class `Espeak` of `espeak`."""
