"""The examples beside a codebook's rules, tried: is what they say suggested, and no more?"""

from dataclasses import dataclass

from notecode.model import Codebook, Note
from notecode.suggesting.rules import compile_suggester


@dataclass(frozen=True, slots=True)
class FailedExample:
    """An example of a rule that does not do what it says; ``wanted`` is whether it should match."""

    rule: str
    example: str
    wanted: bool


def failed_examples(codebook: Codebook) -> tuple[FailedExample, ...]:
    """The examples that fail, in the order of the rules.

    An example to match must be given the rule's code, by this rule or one above it; an example
    not to match must not be suggested by this rule. Each is read as a note of its own.
    """
    if not any(rule.match or rule.no_match for rule in codebook.rules):
        return ()
    suggester = compile_suggester(codebook)
    failed = []
    for rule in codebook.rules:
        contact_type = rule.contact_types[0] if rule.contact_types else ""
        role = rule.roles[0] if rule.roles else ""
        for wanted, examples in ((True, rule.match), (False, rule.no_match)):
            for example in examples:
                note = Note(
                    id="example",
                    case_id="example",
                    text=example,
                    contact_type=contact_type,
                    author_role=role,
                )
                made = suggester.for_note(note)[1]
                if wanted:
                    right = any(each.code == rule.code for each in made)
                else:
                    right = all(each.rule != rule.id for each in made)
                if not right:
                    failed.append(FailedExample(rule.id, example, wanted))
    return tuple(failed)
