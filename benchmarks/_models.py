"""The reading model to measure: the shipped one, another folder, or a folder with another ONNX file."""

import shutil
from argparse import ArgumentParser, Namespace
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.language import Language

from dragoman.language import load
from dragoman.language.pipeline import SHIPPED
from dragoman.language.session import FILES


def add_options(parser: ArgumentParser) -> None:
    """Lets a benchmark's user choose the model."""
    parser.add_argument("--model", type=Path, default=SHIPPED, help="folder of the model (default: the shipped one)")
    parser.add_argument("--onnx", type=Path, help="an ONNX file to use in place of the folder's, such as the one before quantisation")
    parser.add_argument("--threads", type=int, default=1)


def opened(options: Namespace) -> Language:
    """The chosen pipeline."""
    if options.onnx is None:
        return load(path=options.model, threads=options.threads)
    with TemporaryDirectory() as folder:
        for name in FILES:
            shutil.copy(options.onnx if name == "model.onnx" else options.model / name, Path(folder) / name)
        return load(path=folder, threads=options.threads)
