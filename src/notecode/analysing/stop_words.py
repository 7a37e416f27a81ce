"""Words that a frequency list leaves out unless asked for: those that hold sentences together.

Articles, pronouns, prepositions, conjunctions and auxiliary verbs are the commonest words of any
English text and say nothing of what it is about. Three kinds are kept on purpose: negations ("no
reply", "not attended" are findings), words of time ("before", "after", "again": what is coded
happens in an order), and the abbreviations of the field (SU, OM, T/C), which are its nouns.
A study adds words of its own, and keeps any of these, under ``[words]`` in ``notecode.toml``.
"""

_WORDS = """
a an the this that these those some any each every either such same other another
i me my mine myself we us our ours ourselves you your yours yourself yourselves
he him his himself she her hers herself it its itself they them their theirs themselves
who whom whose which what where when how there here one ones
and or but if so as than then because while though although whether
of to in on at by for from with without into onto out up down off over under about
through between against per via re w w/o
am is are was were be been being do does did doing done have has had having
will would shall should can could may might must
i'm i've i'll i'd we're we've we'll you're you've he's he'll he'd she's she'll she'd it's
they're they've they'll that's there's who's s
"""

STOP_WORDS = frozenset(_WORDS.split())
"""In small letters, with the plain apostrophe. "s" is what is left of a tag's genitive."""
