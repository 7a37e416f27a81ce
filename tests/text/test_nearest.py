"""What somebody may have meant by a name that does not exist."""

from notecode.text.nearest import meant, nearest


def test_nearest_is_empty_where_nothing_is_alike():
    assert nearest("zzzzzz", {"police": "Police", "idva": "Idva service"}) == ()
    assert nearest("police", {}) == ()


def test_nearest_puts_the_best_first():
    known = {"housing": "Housing", "house-move": "House move", "police": "Police"}
    assert nearest("housin", known)[0] == "housing"
    assert "police" not in nearest("housin", known)


def test_a_hint_names_the_nearest_or_what_there_is():
    assert meant("code", "housin", {"housing": "Housing"}) == "did you mean housing?"
    assert meant("site", "zzz", {"North": "North"}) == "there is: North"
    assert meant("coder", "ann", {}) == "there is no coder yet"
    many = {f"{letter * 9}": letter * 9 for letter in "abcdefghijklmnopqrst"}
    assert meant("site", "0000", many).endswith("and 8 more")
