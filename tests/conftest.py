"""What all tests share: no display, folders of their own, and the quick and the long form.

``dev.py test`` runs the quick form, the same examples every time; ``--long`` searches anew, and further.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# No test may touch the banks, settings or logs of whoever runs it.
_own_folders = Path(tempfile.mkdtemp(prefix="freezerapp-tests-"))
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = str(_own_folders / _name)

# A busy machine makes an example slow without making it wrong: there is no deadline.
_slow_is_fine = [HealthCheck.too_slow]
settings.register_profile(
    "quick",
    max_examples=30,
    stateful_step_count=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=_slow_is_fine,
)
settings.register_profile(
    "long",
    max_examples=1000,
    stateful_step_count=60,
    deadline=None,
    print_blob=True,
    suppress_health_check=_slow_is_fine,
)
settings.load_profile("quick")

LONG_TIMEOUT_S = 3600


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="the long forms: more examples, rounds and events")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--long"):
        settings.load_profile("long")
        if config.getoption("timeout") is None:
            config.option.timeout = LONG_TIMEOUT_S


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="only in the long form (--long)")
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(skip)


def pytest_unconfigure() -> None:
    shutil.rmtree(_own_folders, ignore_errors=True)


@pytest.fixture(scope="session")
def long_form(request: pytest.FixtureRequest) -> bool:
    """Whether this is the long form, for tests that count their own rounds."""
    return bool(request.config.getoption("--long"))
