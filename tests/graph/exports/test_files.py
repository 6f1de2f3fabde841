from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.errors import DataError
from graph.exports.files import write_folder, write_text


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def breaks() -> Iterator[str]:
    yield "half"
    raise KeyboardInterrupt


def test_a_file_is_written_as_utf8_with_its_line_ends_as_they_are(tmp_path: Path) -> None:
    write_text(tmp_path / "a.txt", ["é\r\n", "b\n"])
    assert (tmp_path / "a.txt").read_bytes() == b"\xc3\xa9\r\nb\n"
    assert names_in(tmp_path) == ["a.txt"]


def test_what_breaks_half_way_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        write_text(tmp_path / "a.txt", breaks())
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names_in(tmp_path) == ["a.txt"]


def test_the_longest_name_that_a_folder_takes_will_do(tmp_path: Path) -> None:
    write_text(tmp_path / ("𠀀" * 63), ["a"])
    assert len(names_in(tmp_path)) == 1


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old")
    (tmp_path / "link").symlink_to("a.txt")
    write_text(tmp_path / "link", ["new"])
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a.txt").read_text() == "new"


@pytest.mark.parametrize(
    ("place", "told"),
    [
        (".", "is a folder; name a file in it"),
        ("no/a.txt", "there is no folder"),
        ("x" * 300, "file name too long; name another place with -o"),
    ],
)
def test_a_place_that_cannot_be_is_said_in_one_line(tmp_path: Path, place: str, told: str) -> None:
    with pytest.raises(DataError, match=re.escape(told)):
        write_text(tmp_path / place, ["a"])
    assert names_in(tmp_path) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_said_in_one_line() -> None:
    with pytest.raises(DataError, match="/dev/full was not written: no space left on device"):
        write_text(Path("/dev/full"), ["a" * 100_000])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything is writable to root and to Windows")
def test_a_read_only_file_or_folder_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0o444)
    with pytest.raises(DataError, match="it is read-only"):
        write_text(tmp_path / "a.txt", ["new"])
    tmp_path.chmod(0o555)
    with pytest.raises(DataError, match="permission denied"):
        write_text(tmp_path / "b.txt", ["new"])


def fill_two(folder: Path) -> None:
    (folder / "a.csv").write_text("new")
    (folder / "b.csv").write_text("new")


def test_a_folder_takes_the_place_of_an_earlier_export(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.csv").write_text("old")
    write_folder(tmp_path / "out", fill_two, ("a.csv", "b.csv"))
    assert sorted(names_in(tmp_path / "out")) == ["a.csv", "b.csv"]
    assert (tmp_path / "out" / "a.csv").read_text() == "new"
    assert names_in(tmp_path) == ["out"]


def test_a_folder_that_breaks_half_way_leaves_the_old_one_and_no_other(tmp_path: Path) -> None:
    def fill_one(folder: Path) -> None:
        (folder / "a.csv").write_text("half")
        raise OSError(28, "No space left on device")

    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "a.csv").write_text("old")
    with pytest.raises(DataError, match="out was not written: no space left on device; name another place with -o"):
        write_folder(tmp_path / "out", fill_one, ("a.csv",))
    assert (tmp_path / "out" / "a.csv").read_text() == "old"
    assert names_in(tmp_path) == ["out"]


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").touch()
    with pytest.raises(DataError, match=r"holds other things \(letter.txt\); name an empty folder or a new one"):
        write_folder(tmp_path, fill_two, ("a.csv", "b.csv"))
    with pytest.raises(DataError, match="is a file, and this format is a folder of files"):
        write_folder(tmp_path / "letter.txt", fill_two, ())
    with pytest.raises(DataError, match="there is no folder"):
        write_folder(tmp_path / "no" / "out", fill_two, ())
    assert names_in(tmp_path) == ["letter.txt"]
