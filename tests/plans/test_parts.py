"""The smaller parts of plans: legal bases."""

from hypothesis import given

from vstbpn import strategies
from vstbpn.plans.basis import LegalBasis
from vstbpn.references.citing.reference import Reference
from vstbpn.references.finding.mention import Mention
from vstbpn.values import Span
from vstbpn.vocabulary import BasisKind


class TestLegalBasis:
    """A basis has words, and the acts they name."""

    def test_one_that_names_several_acts(self) -> None:
        acts = [Reference.parse(text) for text in ("Luật Trẻ em", "Luật Bình đẳng giới")]
        basis = LegalBasis(
            kind=BasisKind.BASED_ON,
            text="Căn cứ Luật Trẻ em và Luật Bình đẳng giới",
            mentions=tuple(Mention(reference=act, span=Span(0, 1)) for act in acts),
        )
        assert basis.references == tuple(acts)
        assert basis.reference == acts[0]
        assert str(basis) == basis.text

    def test_one_that_names_none(self) -> None:
        basis = LegalBasis(kind=BasisKind.BASED_ON, text="Căn cứ tình hình thực tế")
        assert (basis.reference, basis.references) == (None, ())

    @given(strategies.legal_bases())
    def test_the_first_act_is_the_first(self, basis: LegalBasis) -> None:
        assert basis.reference == next(iter(basis.references), None)
