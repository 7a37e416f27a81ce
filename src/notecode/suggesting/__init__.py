"""Suggestions: which agencies a note mentions, and which code a sentence may deserve, and why."""

from notecode.suggesting.agencies import AgencyMatcher, find_mentions
from notecode.suggesting.rules import Suggester, compile_suggester, suggest

__all__ = ["AgencyMatcher", "Suggester", "compile_suggester", "find_mentions", "suggest"]
