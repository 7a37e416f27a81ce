"""The vault as a file: what comes out is what went in, and every altered byte is noticed."""

import hashlib
import json
import shutil
import struct
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vault_examples import (
    CHEAP,
    MARKED,
    OTHER,
    PROJECT,
    WORDS,
    case,
    contents,
    everything,
    make_vault,
)

from notecode.anonymising.vault import (
    KeyCost,
    Passphrase,
    VaultCase,
    create_vault,
    open_vault,
    read_header_of,
)
from notecode.anonymising.vault.contents import from_bytes, to_bytes
from notecode.anonymising.vault.frames import HEAD_LENGTH, place_at
from notecode.errors import PassphraseError, VaultError
from notecode.raw import Person, RawNote, Roster


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_vault(tmp_path / "originals.vault", 1, 2, 3, 4)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One vault that no test changes."""
    return make_vault(tmp_path_factory.mktemp("kept") / "originals.vault", 1, 2, 3)


def copied(kept: Path, content: bytes) -> Path:
    path = kept.with_name("copy.vault")
    path.write_bytes(content)
    return path


def read_whole(path: Path, passphrase: Passphrase = WORDS) -> list[str]:
    """What is wrong with the vault, in words; PassphraseError passes through."""
    try:
        with open_vault(path, passphrase) as vault:
            return [str(problem) for problem in vault.check()]
    except VaultError as error:
        return [str(error)]


def frames(path: Path) -> list[tuple[int, int]]:
    """Start and end of each record, the index last."""
    found = []
    offset = read_header_of(path).length
    size = path.stat().st_size
    with path.open("rb") as file:
        while offset < size - 16:
            place, _ = place_at(file, offset, size)
            found.append((place.offset, place.end))
            offset = place.end
    return found


def test_what_comes_out_is_what_went_in(path: Path) -> None:
    assert contents(path) == {f"C{n}": case(n) for n in (1, 2, 3, 4)}


text = st.text(st.characters(codec="utf-8"), max_size=40)


@given(
    text,
    st.lists(text, max_size=3).map(tuple),
    st.dates(),
    st.dictionaries(text, st.one_of(st.integers(), text, st.none(), st.lists(text))),
)
def test_any_case_survives_its_form_in_bytes(written, several, day, memory) -> None:
    note = RawNote(id="N", case_id=written, text=written, site=written, date=day, row=3)
    person = Person(id="P", role="SU", first_name=written, known_as=several, dob=day, has_id=False)
    whole = VaultCase(
        case_id=written, notes=(note,), roster=Roster(written, (person,)), memory=memory
    )
    assert from_bytes(to_bytes(whole)) == whole


def test_fields_that_a_later_version_adds_are_passed_over() -> None:
    plain = to_bytes(case(1)).replace(b'"text":', b'"mood":"calm","text":')
    assert from_bytes(plain) == case(1)


def test_nothing_identifying_can_be_read_in_the_file(path: Path) -> None:
    content = path.read_bytes()
    for hidden in (MARKED, "Zebediah", "07700", WORDS.reveal().decode()):
        assert hidden.encode() not in content
    with open_vault(path, WORDS) as vault:
        assert vault.secret() not in content


def test_reprs_hide_everything(path: Path) -> None:
    with open_vault(path, WORDS) as vault:
        each = vault.read_case("C1")
        shown = f"{vault!r} {vault._keys!r} {each!r} {each.replaced!r} {WORDS!r} {WORDS}"
    assert MARKED not in shown
    assert "unlikely" not in shown
    assert "hidden" in shown


@given(st.data())
def test_any_altered_byte_is_damage_and_no_wrong_passphrase(kept: Path, data) -> None:
    content = bytearray(kept.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1), label="position")
    content[at] ^= data.draw(st.integers(1, 255), label="change")
    problems = read_whole(copied(kept, bytes(content)))
    assert problems
    assert MARKED not in " ".join(problems)


def test_every_byte_of_header_and_edges_is_guarded(kept: Path) -> None:
    content = kept.read_bytes()
    positions = {*range(read_header_of(kept).length), *range(len(content) - 16, len(content))}
    for start, _ in frames(kept):
        positions |= {*range(start, start + HEAD_LENGTH + 13)}
    for at in sorted(positions):
        changed = content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]
        assert read_whole(copied(kept, changed)), at


@given(st.data())
def test_a_truncated_or_lengthened_vault_is_damaged(kept: Path, data) -> None:
    content = kept.read_bytes()
    end = data.draw(st.integers(0, len(content) - 1), label="end")
    assert read_whole(copied(kept, content[:end]))
    assert read_whole(copied(kept, content + content[end:]))


def test_records_dropped_repeated_or_in_another_order_are_noticed(path: Path) -> None:
    content = path.read_bytes()
    places = frames(path)
    head, tail = content[: places[0][0]], content[places[-1][0] :]
    records = [content[start:end] for start, end in places[:-1]]
    one, two, three, four = records
    for forged in (
        [one, two, four],
        [one, two, two, three, four],
        [two, one, three, four],
        [one, three, three, four],
        [],
    ):
        path.write_bytes(head + b"".join(forged) + tail)
        assert read_whole(path), forged
    path.write_bytes(content)
    assert read_whole(path) == []


def test_a_record_of_another_vault_does_not_pass(tmp_path: Path, path: Path) -> None:
    other = make_vault(tmp_path / "other.vault", 1, 2, 3, 4)
    (start, end), (start_there, end_there) = frames(path)[1], frames(other)[1]
    content = bytearray(path.read_bytes())
    content[start:end] = other.read_bytes()[start_there:end_there]
    path.write_bytes(content)
    assert any("record 2" in problem for problem in read_whole(path))


def test_what_is_not_damaged_can_still_be_read(path: Path) -> None:
    end = frames(path)[2][1]
    content = bytearray(path.read_bytes())
    content[end - 5] ^= 1
    path.write_bytes(content)
    with open_vault(path, WORDS) as vault:
        (problem,) = vault.check()
        assert "record 3 (case C3) is not as it was written" in str(problem)
        assert "It is not the passphrase" in problem.hint
        with pytest.raises(VaultError, match="record 3"):
            vault.read_case("C3")
        assert vault.read_case("C4") == case(4)


def test_a_wrong_passphrase_is_told_from_damage(path: Path) -> None:
    with pytest.raises(PassphraseError, match="wrong passphrase") as caught:
        open_vault(path, OTHER)
    assert "header is whole" in caught.value.hint


@pytest.mark.parametrize(
    "typed", ["caf\N{LATIN SMALL LETTER E WITH ACUTE}s of the north", " x y z spaced out "]
)
def test_a_passphrase_is_the_same_on_every_keyboard(tmp_path: Path, typed: str) -> None:
    import unicodedata

    path = tmp_path / "v"
    create_vault(path, Passphrase(unicodedata.normalize("NFD", typed)), project="p", cost=CHEAP)
    open_vault(path, Passphrase(unicodedata.normalize("NFC", typed))).close()
    with pytest.raises(PassphraseError):
        open_vault(path, Passphrase(typed.strip() + "!"))


def test_no_passphrase_and_a_short_one(tmp_path: Path) -> None:
    with pytest.raises(PassphraseError, match="empty"):
        Passphrase("")
    with pytest.raises(PassphraseError, match="fewer than 12"):
        create_vault(tmp_path / "v", Passphrase("eleven char"), project="p", cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_a_newer_version_says_so_and_a_damaged_one_does_not(path: Path) -> None:
    content = path.read_bytes()
    newer = bytearray(content)
    newer[8:10] = struct.pack(">H", 7)
    path.write_bytes(newer)
    assert "damaged" in read_whole(path)[0]
    length = read_header_of(make_vault(path.with_name("again"))).length
    newer[length - 32 : length] = hashlib.sha256(newer[: length - 32]).digest()
    path.write_bytes(newer)
    assert "written by a newer notecode (format 7, this one knows 1)" in read_whole(path)[0]


def test_whoever_rewrites_the_header_gets_no_further(path: Path) -> None:
    """A header that is well-formed and not what was written opens with no passphrase."""
    content = path.read_bytes()
    length = read_header_of(path).length
    for change in ({"project": "f" * 32}, {"n": 32}, {"epoch": 9}, {"vault": "0" * 32}):
        described = json.loads(content[14 : length - 32]) | change
        text = json.dumps(described, sort_keys=True).encode()
        head = content[:10] + struct.pack(">I", len(text)) + text
        path.write_bytes(head + hashlib.sha256(head).digest() + content[length:])
        with pytest.raises(PassphraseError):
            open_vault(path, WORDS)


@pytest.mark.parametrize(
    "cost", [{"n": 2**40}, {"n": 3}, {"n": 0}, {"n": "16"}, {"r": 0}, {"p": 10**6}, {"n": 16.0}]
)
def test_a_cost_that_no_machine_could_pay_is_damage(path: Path, cost: dict[str, object]) -> None:
    content = path.read_bytes()
    length = read_header_of(path).length
    text = json.dumps(json.loads(content[14 : length - 32]) | cost).encode()
    head = content[:10] + struct.pack(">I", len(text)) + text
    path.write_bytes(head + hashlib.sha256(head).digest() + content[length:])
    assert "damaged" in read_whole(path)[0]


@pytest.mark.parametrize("content", [b"", b"NCV", b"hello, this is a text file", b"\0" * 500])
def test_another_file_is_no_vault(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "originals.vault"
    path.write_bytes(content)
    assert "no vault" in read_whole(path)[0]


def test_no_file_a_folder_and_an_unreadable_file(
    tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "there is no vault here" in read_whole(tmp_path / "nowhere")[0]
    assert "cannot be opened" in read_whole(tmp_path)[0]

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "cannot be opened: Permission denied" in read_whole(path)[0]


def test_the_header_says_whose_it_is_without_a_passphrase(path: Path) -> None:
    header = read_header_of(path)
    assert (header.project, header.epoch, header.cost) == (PROJECT, 1, CHEAP)


def test_the_cost_of_a_real_vault_is_that_of_the_documents() -> None:
    page = Path(__file__).parents[2] / "docs" / "decisions" / "vault.md"
    assert KeyCost() == KeyCost(n=131_072, r=8, p=1)
    assert "N = 131,072, r = 8, p = 1" in page.read_text(encoding="utf-8")


def test_a_secret_is_random_or_taken_over_and_stays(tmp_path: Path) -> None:
    first, second = make_vault(tmp_path / "a", 1), make_vault(tmp_path / "b", 1)
    create_vault(tmp_path / "c", WORDS, project="p", secret=b"k" * 32, cost=CHEAP)
    secrets = []
    for path in (first, second, tmp_path / "c"):
        with open_vault(path, WORDS, writing=True) as vault:
            secrets.append(vault.secret())
            vault.change_passphrase(OTHER, CHEAP)
        with open_vault(path, OTHER) as vault:
            assert vault.secret() == secrets[-1]
    assert len(set(secrets)) == 3
    assert secrets[2] == b"k" * 32
    assert {len(secret) for secret in secrets} == {32}


def test_a_changed_passphrase_encrypts_everything_anew(path: Path) -> None:
    before = path.read_bytes()
    old = shutil.copy(path, path.with_name("old copy"))
    with open_vault(path, WORDS, writing=True) as vault:
        vault.change_passphrase(OTHER, CHEAP)
        assert everything(vault) == {f"C{n}": case(n) for n in (1, 2, 3, 4)}
    after = path.read_bytes()
    assert not any(after[at : at + 64] in before for at in range(600, len(after) - 64, 64))
    with pytest.raises(PassphraseError):
        open_vault(path, WORDS)
    assert set(contents(path, OTHER)) == {"C1", "C2", "C3", "C4"}
    assert set(contents(Path(old))) == {"C1", "C2", "C3", "C4"}, "as is said: an old copy opens"


def test_a_damaged_vault_does_not_change_its_passphrase(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[frames(path)[1][1] - 3] ^= 4
    path.write_bytes(content)
    with (
        pytest.raises(VaultError, match="record 2"),
        open_vault(path, WORDS, writing=True) as vault,
    ):
        vault.change_passphrase(OTHER, CHEAP)
    assert path.read_bytes() == bytes(content)


def test_an_index_that_was_written_wrong_is_noticed(path: Path) -> None:
    """Only whoever has the key, or a fault of this program, could write such an index."""
    from notecode.anonymising.vault.vault import finish

    content = path.read_bytes()
    start = frames(path)[-1][0]
    with open_vault(path, WORDS) as vault:
        records, cipher = list(vault._records), vault._cipher
    one, two, three, four = records
    swapped = [replace(one, case_id="C2"), replace(two, case_id="C1"), three, four]
    for wrong in (swapped, records[:3], [one, one, three, four]):
        with path.open("wb") as file:
            file.write(content[:start])
            finish(file, cipher, wrong)
        assert read_whole(path), wrong
    with path.open("wb") as file:
        file.write(content[:start])
        finish(file, cipher, swapped)
    with open_vault(path, WORDS) as vault, pytest.raises(VaultError, match="its index"):
        vault.read_case("C1")
