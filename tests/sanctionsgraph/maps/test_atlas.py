from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import DataError
from graph.selection import Selected
from sanctionsgraph.maps.atlas import Atlas, file_names, write_atlas
from tests.queries.made_ledger import KP, RU
from tests.sanctionsgraph.maps.hostile import PAYLOADS, selected_of

NODES = 39  # of the made-up ledger: 28 on its map, and the items of which something was given


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.fixture(scope="module")
def atlas(made: Selected) -> Atlas:
    return Atlas(made, "Made-up atlas")


@pytest.fixture(scope="module")
def folder(atlas: Atlas, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("atlas") / "out"
    write_atlas(atlas, path)
    return path


def test_it_is_an_index_a_map_of_communities_and_a_map_of_each_name_and_community(atlas: Atlas, folder: Path) -> None:
    maps = {path.name for path in (folder / "maps").iterdir()}
    assert {path.name for path in folder.iterdir()} == {"index.html", "communities.html", "maps"}
    assert {"state-kp.html", "org-msmt.html", "item-ballistic-missile.html", "community-1.html"} <= maps
    assert len(atlas.nodes) == NODES
    assert len(maps) == NODES + len(atlas.communities)


def test_every_link_of_the_index_leads_to_a_page_and_every_page_is_linked(folder: Path) -> None:
    links = set(re.findall(r'href="([^"#]+\.html)"', (folder / "index.html").read_text("utf-8")))
    assert links == {name for name in content(folder) if name != "index.html"}


def test_the_same_selection_gives_the_same_bytes_in_place_of_the_old_ones(
    atlas: Atlas, made: Selected, folder: Path
) -> None:
    before = content(folder)
    write_atlas(Atlas(made, "Made-up atlas"), folder)
    assert content(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["out"]


def test_it_reaches_as_far_as_it_is_told_and_keeps_to_its_lens(made: Selected) -> None:
    near, far = Atlas(made, "x"), Atlas(made, "x", hops=2, lens="weapons")
    one, two = (each.map_around("state:JP") for each in (near, far))
    assert len(one.selected.claims) < len(two.selected.claims)
    assert (one.lens, two.lens, one.centre) == ("parties", "weapons", "state:JP")


def test_an_atlas_that_breaks_off_leaves_the_old_one_as_it_was(made: Selected, folder: Path) -> None:
    class Broken(Atlas):
        def pages(self) -> Iterator[tuple[str, str]]:
            yield "index.html", "half"
            raise OSError(28, "No space left on device")

    before = content(folder)
    with pytest.raises(DataError, match="no space left on device"):
        write_atlas(Broken(made, "x"), folder)
    assert content(folder) == before
    assert [path.name for path in folder.parent.iterdir()] == ["out"]


def test_a_folder_with_other_things_is_refused_and_left_alone(atlas: Atlas, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "index.html").write_text("my own page")
    with pytest.raises(DataError, match=r"holds other things \(index.html\); name an empty folder or a new one"):
        write_atlas(atlas, tmp_path / "mine")
    assert content(tmp_path / "mine") == {"index.html": b"my own page"}
    (folder / "maps" / "notes.txt").write_text("mine")
    with pytest.raises(DataError, match=r"maps/notes\.txt"):
        write_atlas(atlas, folder)
    (folder / "maps" / "notes.txt").unlink()
    (tmp_path / "letter").write_text("x")
    with pytest.raises(DataError, match="is a file"):
        write_atlas(atlas, tmp_path / "letter")


def test_an_empty_selection_gives_an_index_without_names(tmp_path: Path) -> None:
    write_atlas(Atlas(Selected((), (), (), ()), "Nothing"), tmp_path / "out")
    assert list(content(tmp_path / "out")) == ["communities.html", "index.html"]


@given(st.lists(st.text(max_size=80), unique=True, max_size=12))
def test_file_names_are_plain_and_differ_also_where_case_does_not(ids: list[str]) -> None:
    ids = list(
        dict.fromkeys([*ids, "state:KP", "state:kp", "org:a-b", "org:a:b", "org-a:b", "../../x", "a" * 300, "con"])
    )
    names = file_names(ids)
    assert list(names) == ids
    assert len({name.lower() for name in names.values()}) == len(ids)
    assert [name for name in names.values() if not re.fullmatch(r"[a-z0-9-]{1,90}\.html", name)] == []


def test_an_id_of_letters_and_digits_is_its_own_file_name() -> None:
    assert file_names([KP, RU, "org:msmt"]) == {KP: "state-kp.html", RU: "state-ru.html", "org:msmt": "org-msmt.html"}


def test_hostile_ids_and_names_stay_within_the_folder(tmp_path: Path) -> None:
    write_atlas(Atlas(selected_of(PAYLOADS[:6]), PAYLOADS[0]), tmp_path / "out")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    names = [Path(name).name for name in content(tmp_path / "out")]
    assert [name for name in names if not re.fullmatch(r"[a-z0-9-]+\.html", name)] == []
    index = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert index.count("<script") == 1
    assert "<img" not in index
