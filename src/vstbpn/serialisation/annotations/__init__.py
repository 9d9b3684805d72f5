"""Annotations (chú giải): what a reading found, as flat JSON objects with code point offsets, out and in again."""

from vstbpn.serialisation.annotations.bio import TaggedText as TaggedText
from vstbpn.serialisation.annotations.bio import bio_to_spans as bio_to_spans
from vstbpn.serialisation.annotations.bio import read_conll as read_conll
from vstbpn.serialisation.annotations.bio import to_bio as to_bio
from vstbpn.serialisation.annotations.reading import read_annotations as read_annotations
from vstbpn.serialisation.annotations.schema import annotation_schema as annotation_schema
from vstbpn.serialisation.annotations.selecting import LabelledSpan as LabelledSpan
from vstbpn.serialisation.annotations.spacy_form import spacy_words as spacy_words
from vstbpn.serialisation.annotations.spacy_form import to_spacy as to_spacy
from vstbpn.serialisation.annotations.tokens import tokens_of as tokens_of
from vstbpn.serialisation.annotations.values import value_of as value_of
from vstbpn.serialisation.annotations.web import to_web as to_web
from vstbpn.serialisation.annotations.web import to_web_page as to_web_page
from vstbpn.serialisation.annotations.web_reading import AnchoredAnnotations as AnchoredAnnotations
from vstbpn.serialisation.annotations.web_reading import read_web as read_web
from vstbpn.serialisation.annotations.writing import Annotation as Annotation
from vstbpn.serialisation.annotations.writing import annotate as annotate
