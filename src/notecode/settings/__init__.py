"""``notecode.toml`` and the ``Settings`` it holds: title, coder, keys, model, file layouts.

A layout says which column of a file is what. It is proposed when a file is first imported and
remembered here; everything else in the file, comments included, is the user's and stays.
"""

from notecode.settings.default import default_settings_text
from notecode.settings.file import (
    DEFAULT_MODEL,
    Dates,
    Names,
    Settings,
    load_settings,
    remember_attributes,
    remember_layout,
    remember_table,
    remember_vault,
)
from notecode.settings.layout import (
    ATTRIBUTE,
    FIELDS,
    KINDS,
    MULTIPLE,
    DateOrder,
    Kind,
    Layout,
    column_setting,
    column_word,
    is_field,
    layout_from_words,
    layouts_from_words,
    nearest,
)
from notecode.settings.screens import OwnKeys, Theme

__all__ = [
    "ATTRIBUTE",
    "DEFAULT_MODEL",
    "FIELDS",
    "KINDS",
    "MULTIPLE",
    "DateOrder",
    "Dates",
    "Kind",
    "Layout",
    "Names",
    "OwnKeys",
    "Settings",
    "Theme",
    "column_setting",
    "column_word",
    "default_settings_text",
    "is_field",
    "layout_from_words",
    "layouts_from_words",
    "load_settings",
    "nearest",
    "remember_attributes",
    "remember_layout",
    "remember_table",
    "remember_vault",
]
