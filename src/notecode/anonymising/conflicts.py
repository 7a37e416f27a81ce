"""What is masked where findings overlap, or fall on something that is to be kept.

The policy, in order:

0. What a person masked in the review wins its whole range from every other finding and from the
   names of agencies; what they let stand is kept as a tag is (``rulings``).
1. A tag that stands in the text already is never touched; findings are cut around it.
2. An agency name is kept, except from a name of the roster, from a sure finding that reaches
   beyond it (an e-mail address that contains it), and where one word of it is a surname. A school,
   surgery or hospital that has a name takes the word for its kind with it ("Heath View Surgery"),
   for its tag says the same; it takes no other agency.
3. Sure findings (score .8 and up) come before guesses; among equals the longer, then the higher
   score, then the earlier one wins its whole range.
4. What sticks out of a loser is masked too if the loser is sure, or is likely a row of names. If a
   person's name sticks out of a shorter one ("Sarah" of the roster within "Sarah Jones"), the
   shorter one is widened. What sticks out of any other guess is let go.
5. Two neighbouring parts of one person's name become one mask.
6. A word for a relative or a post stays before a name of the people file of which it is no part
   ("Dadcu Gwyn"), and before a stranger's where a lead shows that it is one ("her Chacha Mandeep");
   elsewhere it may be their name ("Imam Quarrington").
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from notecode.anonymising.findings import (
    HOSPITAL,
    NAMED_PLACES,
    PERSON,
    PRISON,
    REVIEW,
    SCHOOL,
    SURE,
    SURGERY,
    Finding,
)
from notecode.anonymising.names.lists import GIVEN_NAMES
from notecode.anonymising.protection import Kept
from notecode.anonymising.recognisers.institution_kinds import KIND_WORDS
from notecode.anonymising.words.spelling import fold, folded_words

_ROSTER_NAME = 0.95
_KIN = re.compile(
    r"(?:chacha|chachu|chachi|nani|dadi|tadcu|dadcu|tad-cu|mam-?gu|taid|kaka|mam|abba|abbu|"
    r"ammi|amma|bhabh?i|hooyo|aabo|khala|khalu|phupho|haji|hajji|sheikh|ustaza?|maulana|bopa|tia|tio|"
    r"avó|dona|mme|ciocia|babcia|dziadek|mamaia|bunica|pastor|prophet|imam|gda|garda|pr|sra)"
    r"[ ](?=[^\W\d_]{2})",
    re.IGNORECASE,
)
"""Words of many languages for relatives and clergy, which stand before names."""
_LEAD = re.compile(r"\b(?:her|his|my|their|our|your|the|a|an)[ ]\Z", re.IGNORECASE)
"""What stands before such a word, and hardly before a name."""
_TITLES = frozenset({"mme", "sra", "pr", "gda", "garda"})
"""Those of them that are nobody's name, as "Mr" is not."""
_LONGEST_LEAD = 8
_LIKELY_NAME = 0.7
_TAGGED_KINDS = frozenset({SCHOOL, SURGERY, HOSPITAL, PRISON})
"""Places whose tag names their kind, so that the agency still counts."""


def resolve(text: str, findings: Iterable[Finding], kept: Sequence[Kept]) -> list[Finding]:
    """The findings to mask, from left to right, none overlapping another or what is kept."""
    allowed = [part for finding in findings for part in _outside_kept(text, finding, kept)]
    accepted: list[tuple[int, int, Finding]] = []
    for finding in sorted(set(allowed), key=_priority):
        _place(text, accepted, finding)
    listed = [each for each in allowed if each.person_id]
    joined = [
        _without_kin(text, each, listed) for each in _joined(text, [one for _, _, one in accepted])
    ]
    tags = [(span.start, span.end) for span in kept if span.tag]
    return [part for finding in joined for part in _outside_tags(text, finding, tags)]


def _without_kin(text: str, finding: Finding, listed: Iterable[Finding]) -> Finding:
    """The name without what the bearer is called besides: "her Tadcu Gwyn", "his Mam Hiwa".

    No part of what was found as a listed person's name is let go: somebody may be called Imam.
    """
    if finding.type != PERSON or finding.recogniser == REVIEW:
        return finding
    match = _KIN.match(text, finding.start, finding.end)
    word = fold(match.group().strip()) if match else ""
    if match is None or word in GIVEN_NAMES:
        return finding
    if any(each.start < match.end() and finding.start < each.end for each in listed):
        return finding
    led = _LEAD.search(text[max(0, finding.start - _LONGEST_LEAD) : finding.start])
    known = bool(finding.person_id) or word in _TITLES or led is not None
    return replace(finding, start=match.end()) if known else finding


def _outside_tags(
    text: str, finding: Finding, tags: Sequence[tuple[int, int]]
) -> Iterator[Finding]:
    """The finding, cut where it was widened over a tag that stands in the text."""
    crossed = [tag for tag in tags if tag[0] < finding.end and finding.start < tag[1]]
    if crossed:
        yield from _remainders(text, finding, crossed)
    else:
        yield finding


def _priority(finding: Finding) -> tuple[bool, bool, int, float, int, str, str, str]:
    return (
        finding.recogniser != REVIEW,
        finding.score < SURE,
        -len(finding),
        -finding.score,
        finding.start,
        finding.type,
        finding.recogniser,
        finding.person_id,
    )


def _outside_kept(text: str, finding: Finding, kept: Sequence[Kept]) -> Iterator[Finding]:
    first = bisect_left(kept, finding.start, key=lambda span: span.end)
    holes: list[tuple[int, int]] = []
    tagged = False
    for span in kept[first:]:
        if span.start >= finding.end:
            break
        if span.end > finding.start and not _beats(text, finding, span):
            holes.append((span.start, span.end))
            tagged |= span.tag
    if not holes:
        yield finding
    elif finding.score >= SURE or (finding.type == PERSON and not tagged):
        yield from _remainders(text, finding, holes)


def _beats(text: str, finding: Finding, span: Kept) -> bool:
    if span.tag:
        return False
    if finding.recogniser == REVIEW:
        return True
    if finding.type == PERSON and finding.person_id:
        return finding.score >= _ROSTER_NAME
    contains = finding.start <= span.start and span.end <= finding.end
    if finding.type in NAMED_PLACES:
        return finding.type in _TAGGED_KINDS and contains and _is_its_kind(text, finding, span)
    if finding.type == PERSON and contains and _is_surname(text, finding, span):
        return True
    return contains and finding.score >= SURE and len(finding) > span.end - span.start


def _is_its_kind(text: str, finding: Finding, span: Kept) -> bool:
    """Whether what is kept only says what the place is: the surgery of "Heath View Surgery"."""
    longer = len(finding) > span.end - span.start
    return longer and all(word in KIND_WORDS for word in folded_words(text[span.start : span.end]))


def _is_surname(text: str, finding: Finding, span: Kept) -> bool:
    """Whether what is kept is one word and somebody's surname here: "Miley Ward", "Mr Ward"."""
    if not text[span.start : span.end].isalpha():
        return False
    if finding.recogniser == "titled-name":
        return True
    before = text[finding.start : span.start]
    return span.end == finding.end and before[-1:] == " " and text[span.start].isupper()


def _remainders(text: str, finding: Finding, holes: Iterable[tuple[int, int]]) -> Iterator[Finding]:
    """What is left of a finding outside the holes, without spaces and marks at its ends."""
    position = finding.start
    for start, end in (*sorted(holes), (finding.end, finding.end)):
        piece = _trimmed(text, position, min(start, finding.end))
        if piece is not None:
            yield replace(finding, start=piece[0], end=piece[1])
        position = max(position, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return (start, end) if start < end else None


def _place(text: str, accepted: list[tuple[int, int, Finding]], finding: Finding) -> None:
    """Put the finding where there is room for it; accepted findings are sorted and disjoint."""
    low = bisect_left(accepted, finding.start, key=lambda item: item[1] - 1)
    high = low
    while high < len(accepted) and accepted[high][0] < finding.end:
        high += 1
    crossed = [item for item in accepted[low:high] if item[1] > finding.start]
    if not crossed:
        insort(accepted, (finding.start, finding.end, finding), key=lambda item: item[:2])
        return
    for piece in list(_remainders(text, finding, [item[:2] for item in crossed])):
        owner = _neighbour(text, crossed, piece) if piece.type == PERSON else None
        if owner is not None:
            wider = replace(
                owner, start=min(owner.start, piece.start), end=max(owner.end, piece.end)
            )
            index = accepted.index((owner.start, owner.end, owner))
            accepted[index] = (wider.start, wider.end, wider)
            crossed = [
                (wider.start, wider.end, wider) if item[2] is owner else item for item in crossed
            ]
        elif piece.score >= SURE or _is_listed_beside(text, piece):
            insort(accepted, (piece.start, piece.end, piece), key=lambda item: item[:2])


def _is_listed_beside(text: str, piece: Finding) -> bool:
    """Whether a likely name stands in a row of them: "Kezia / Levi / Cash"."""
    likely = piece.type == PERSON and piece.score >= _LIKELY_NAME
    return likely and text[: piece.start].rstrip(" ")[-1:] in {"/", "&", "+"}


def _neighbour(
    text: str, crossed: Sequence[tuple[int, int, Finding]], piece: Finding
) -> Finding | None:
    """The person nearest to the piece, if only spaces or a hyphen stand between them.

    The nearest: another that was found might lie between the piece and one further off.
    """
    near: list[tuple[int, Finding]] = []
    for start, end, finding in crossed:
        gap = text[end : piece.start] if end <= piece.start else text[piece.end : start]
        if finding.type == PERSON and not gap.strip(" -'’\t") and " - " not in gap:
            near.append((len(gap), finding))
    return min(near, key=lambda item: item[0])[1] if near else None


def _joined(text: str, findings: Sequence[Finding]) -> list[Finding]:
    joined: list[Finding] = []
    for finding in findings:
        before = joined[-1] if joined else None
        if (
            before is not None
            and finding.type == before.type == PERSON
            and finding.person_id
            and finding.person_id == before.person_id
            and not (gap := text[before.end : finding.start]).strip(" -\t")
            and " - " not in gap
        ):
            joined[-1] = replace(before, end=finding.end)
        else:
            joined.append(finding)
    return joined
