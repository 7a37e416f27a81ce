"""``python -m notecode``: the same as ``notecode``."""

from notecode.cli import main

if __name__ == "__main__":
    main()
