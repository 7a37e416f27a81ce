"""Names by where they come from, as plain lists: data alone, put together in ``names.lists``."""
