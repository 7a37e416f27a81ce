"""Who does the work: the name under which it is kept."""

import getpass

from notecode.errors import UsageError


def author_name(coder: str, named: str = "") -> str:
    """The one named, else the ``coder`` of the settings, else the login name.

    Raises:
        UsageError: if nobody is named and this machine does not say who is logged in.

    """
    if said := named or coder:
        return said.strip()
    try:
        return getpass.getuser().strip()
    except (OSError, KeyError, ImportError):
        raise UsageError(
            "it is not known who does this: this machine gives no login name",
            hint='Put your name into notecode.toml: name = "NAME" under [coder].',
        ) from None
