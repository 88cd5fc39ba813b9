"""Names as the pieces that they are compared by."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors.directory.index import index_of, keys_of, lazy_index_of, pieces_of

NAMES = st.text(alphabet="aBé’ -.\n\u2028\x85ΣİßA&`‐", max_size=12)


@given(st.lists(NAMES, max_size=8))
def test_many_names_have_the_pieces_that_each_has_alone(names: list[str]) -> None:
    assert keys_of(names) == [" ".join(pieces_of(name)) for name in names]


@given(st.lists(st.tuples(NAMES, st.integers(0, 3)), max_size=8))
def test_an_index_whose_values_are_made_when_asked_for_is_the_same(named: list[tuple[str, int]]) -> None:
    keys, values = keys_of([name for name, _ in named]), [value for _, value in named]
    lazy, eager = lazy_index_of(keys, values, str), index_of((name, str(value)) for name, value in named)
    assert dict(lazy.names) == eager.names
    assert dict(lazy.lengths) == dict(eager.lengths)
    assert [lazy.get(name) for name, _ in named] == [eager.get(name) for name, _ in named]
