"""The method, top to bottom: each use case joins the steps and the store.

Read ``project.py`` first, then one file per use case: importing, anonymising, suggesting,
coding, counting, exporting, status, demo.
"""

from notecode.project.project import Project, find_project

__all__ = ["Project", "find_project"]
