"""How well anonymising and suggesting do, against what somebody labelled by hand."""
