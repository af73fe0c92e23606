"""Where the user's own label stock and templates are: files copied there are offered beside those of the program."""

from pathlib import Path


def label_folder(what: str) -> Path:
    """The user's folder for ``stock`` or ``templates``; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_data_dir("FreezerApp", appauthor=False), "labels", what)
