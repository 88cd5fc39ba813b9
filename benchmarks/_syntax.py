"""What of a tree coding lives on: each relation's recall and precision, what is taken for what, and features one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from _treebanks import Row, Table, aligned, f1

# Relations that coding reads, the ones that roles and voices hang on first.
RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:poss", "conj", "ccomp", "xcomp",
    "advcl", "acl", "acl:relcl", "appos", "parataxis", "aux", "aux:pass", "mark", "case", "advmod", "flat", "compound", "root",
)  # fmt: skip
FEWEST = 20  # below which a share says little
FEATURES = ("Mood", "Number", "Person", "Polarity", "PronType", "Tense", "VerbForm", "Voice")


@dataclass(slots=True)
class Parts:
    """Counts by relation and feature over all documents."""

    gold: Counter[str] = field(default_factory=Counter)
    given: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    head: Counter[str] = field(default_factory=Counter)
    label: Counter[str] = field(default_factory=Counter)
    taken: Counter[str] = field(default_factory=Counter)

    def add(self, want: Table, have: Table) -> None:
        """Adds one document."""
        pairs = aligned(want, have)
        for row in want.rows:
            self.gold.update([row.deprel, *_coded(row)])
        for row in have.rows:
            self.given.update([row.deprel, *_coded(row)])
        for i, j in pairs.items():
            a, b = want.rows[i], have.rows[j]
            self.right.update(_coded(a) & _coded(b))
            same_head = (a.head < 0 and b.head < 0) or (a.head >= 0 and b.head >= 0 and pairs.get(a.head) == b.head)
            same_label = a.deprel == b.deprel
            self.head[a.deprel] += same_head
            self.label[a.deprel] += same_label
            self.right[a.deprel] += same_head and same_label
            if not (same_head and same_label) and {a.deprel, b.deprel} & set(RELATIONS):
                self.taken[f"{a.deprel} > {b.deprel}{'' if same_head else ' elsewhere'}"] += 1

    def by_relation(self) -> dict[str, dict[str, float]]:
        """Of each relation, in per cent: recall and precision of head and label together, and recall of each alone."""
        return {
            name: {
                "gold": self.gold[name],
                **_three(self.right, self.gold, self.given, name),
                "recall_of_head": _share(self.head[name], self.gold[name]),
                "recall_of_label": _share(self.label[name], self.gold[name]),
            }
            for name in RELATIONS
            if self.gold[name]
        }

    def by_feature(self) -> dict[str, dict[str, float]]:
        """Of each value of a feature that coding asks for, in per cent: recall, precision and F1."""
        names = sorted(name for name, count in self.gold.items() if name.split("=")[0] in FEATURES and count >= FEWEST)
        return {name: {"gold": self.gold[name], **_three(self.right, self.gold, self.given, name)} for name in names}

    def confusions(self, most: int) -> dict[str, int]:
        """What is taken for what most often: ``gold > given``, with ``elsewhere`` where the head is wrong too."""
        return dict(self.taken.most_common(most))


def _coded(row: Row) -> set[str]:
    """The features that coding asks for, as ``Tense=Past``."""
    return {f for f in row.feats.split("|") if f.split("=")[0] in FEATURES}


def _three(right: Mapping[str, int], gold: Mapping[str, int], given: Mapping[str, int], name: str) -> dict[str, float]:
    return {
        "recall": _share(right[name], gold[name]),
        "precision": _share(right[name], given[name]),
        "f1": round(f1(right[name], given[name], gold[name]), 1),
    }


def _share(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0
