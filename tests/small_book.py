"""A codebook for tests that change it over and over: the shipped one is slow to read."""

SMALL_BOOK = """\
# The codebook of a test: a few codes, an agency, no rules.
#            merged_into: the code whose the references of a retired one are now.

title: Work with agencies

codes:
  - id: indirect-work
    label: Indirect work
    definition: Work on a case that does not touch the service user.
  - id: information-sharing
    label: Information sharing
    definition: >-
      Case information passes, or is meant to pass, between the service and an agency: somebody
      asks, tells, sends or receives.
    example: Left word with the duty desk.
    parent: indirect-work
  - id: multi-agency-support
    label: Multi-agency support
    definition: Help that is arranged with an agency.
    parent: indirect-work
  - id: child-safeguarding
    label: Child safeguarding
    definition: Steps for the protection of a child.
    parent: indirect-work
  - id: direct-support
    label: Direct support
    definition: Work with the service user himself.

agencies:
  - id: police
    label: Police
    definition: The police service.
    aliases: [police]
"""
