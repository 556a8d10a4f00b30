import pytest
from hypothesis import HealthCheck, settings

# A machine that does other work besides is slower: no property is about time.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory):
    """A cache folder of the run's own, for the programs that tests start too.

    Neither reads what the user's cache holds nor leaves anything there.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("AUDITOR_CACHE", raising=False)
        yield
