"""FreezerApp: the tubes of a biobank, where they are and who touched them."""

__version__ = "0.1.0"
