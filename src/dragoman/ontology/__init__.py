"""PLOVER, the relation types and the CAMEO crosswalk as data, loaded and checked."""

from dragoman.ontology._yaml import Node, Plain, Scalar, load_yaml, parse_yaml
from dragoman.ontology.build import load, load_from
from dragoman.ontology.crosswalk import from_cameo, to_cameo
from dragoman.ontology.values import CameoCode, Country, EventType, Mode, Ontology, Quad, RelationType, Sector

__all__ = [
    "CameoCode",
    "Country",
    "EventType",
    "Mode",
    "Node",
    "Ontology",
    "Plain",
    "Quad",
    "RelationType",
    "Scalar",
    "Sector",
    "from_cameo",
    "load",
    "load_from",
    "load_yaml",
    "parse_yaml",
    "to_cameo",
]
