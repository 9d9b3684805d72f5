"""Loading a package's public names when they are first asked for (PEP 562)."""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def loader(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """The ``__getattr__`` of a package whose names live in modules below it.

    Args:
        package: The package's own name.
        homes: By public name, the module it lives in, as seen from the package; empty where it is a module itself.

    >>> loader("vstbpn", {"Plan": "plans.plan"})("Plan").__module__
    'vstbpn.plans.plan'
    """

    def load(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        if not home:
            return import_module(f"{package}.{name}")
        value: object = getattr(import_module(f"{package}.{home}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return load
