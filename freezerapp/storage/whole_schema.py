"""All tables of a bank, those of shipments too: what a new file is made of and a verified one is held against."""

import freezerapp.storage.parcel_schema  # noqa: F401  its tables join those of the schema
from freezerapp.storage.schema import metadata

__all__ = ["metadata"]
