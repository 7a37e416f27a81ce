"""Hand-written parts of sentences, one file per theme; see ``grammar`` for the notation."""

from .child_acts import CHILD_ACTS
from .colour import COLOUR
from .direct_acts import DIRECT, SUPPORTING
from .facts import FACTS
from .letters import FAILED, LEADS, LETTERS, MINUTES
from .narrow import NARROW
from .notation import Act, lines
from .risk_acts import RISK_ACTS
from .sharing import PHRASES, SHARING
from .telling import TELLING
from .threads_children import CHILDREN
from .threads_home import HOME
from .threads_life import LIFE
from .threads_risk import RISK

ACTS: dict[str, Act] = {
    **SHARING,
    **RISK_ACTS,
    **CHILD_ACTS,
    **DIRECT,
    **SUPPORTING,
    **LEADS,
    **FAILED,
}
"""Templates that record an act, by its name."""

BANKS: dict[str, tuple[str, ...]] = {
    **PHRASES,
    **FACTS,
    **COLOUR,
    **LETTERS,
    **MINUTES,
    **TELLING,
    **NARROW,
    "context.any": lines("<context>"),
}
"""Templates that record none, and parts of templates."""

THREADS: dict[str, dict[str, tuple[str, ...]]] = {**RISK, **LIFE, **HOME, **CHILDREN}
"""Matters in hand: what is asked, told and said about each."""
