"""Colours of codes: by group, and never the only sign of anything."""

from notecode.model import Codebook

GROUP_COLOURS = ("#56B4E9", "#E69F00", "#009E73", "#D55E00", "#F0E442", "#CC79A7")
"""Six hues that stay apart under the common colour-vision deficiencies (Okabe and Ito)."""


def code_colours(codebook: Codebook) -> dict[str, str]:
    """A colour (#RRGGBB) for each code: its own, else its nearest ancestor's, else its group's."""
    roots = [code.id for code in codebook.codes if not code.parent]
    colours = {}
    for code in codebook.codes:
        path = codebook.path(code.id)
        own = [step.colour for step in path if step.colour]
        group = roots.index(path[0].id)
        colours[code.id] = own[-1] if own else GROUP_COLOURS[group % len(GROUP_COLOURS)]
    return colours
