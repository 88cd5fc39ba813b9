"""PLOVER, the relation types and the CAMEO crosswalk as data, loaded and checked."""

from dragoman.ontology._yaml import Node, Plain, Scalar, load_yaml, parse_yaml

__all__ = ["Node", "Plain", "Scalar", "load_yaml", "parse_yaml"]
