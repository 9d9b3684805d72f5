"""Legal references (dẫn chiếu văn bản): symbols, provisions, whole references, finding them in prose, known acts.

Names are loaded when they are first used: who looks for references loads no catalogue.
"""

from typing import TYPE_CHECKING

from vstbpn.lazy import loader

if TYPE_CHECKING:
    from vstbpn.catalogue.tables import ActLink as ActLink
    from vstbpn.references.acts.act import Act as Act
    from vstbpn.references.acts.acts import Acts as Acts
    from vstbpn.references.acts.resolution import Agreement as Agreement
    from vstbpn.references.acts.resolution import Evidence as Evidence
    from vstbpn.references.acts.resolution import IdentityPart as IdentityPart
    from vstbpn.references.acts.resolution import Resolution as Resolution
    from vstbpn.references.acts.resolution import Suggestion as Suggestion
    from vstbpn.references.acts.resolution import Verdict as Verdict
    from vstbpn.references.citing.grouping import group_mentions as group_mentions
    from vstbpn.references.citing.reference import ActKey as ActKey
    from vstbpn.references.citing.reference import Reference as Reference
    from vstbpn.references.citing.wording import CitationStyle as CitationStyle
    from vstbpn.references.finding.back_references import BackReference as BackReference
    from vstbpn.references.finding.back_references import find_back_references as find_back_references
    from vstbpn.references.finding.mention import Mention as Mention
    from vstbpn.references.finding.scanning import find_references as find_references
    from vstbpn.references.identifiers.akoma_ntoso import AknIri as AknIri
    from vstbpn.references.identifiers.folding import fold_symbol as fold_symbol
    from vstbpn.references.identifiers.folding import unfold_symbol as unfold_symbol
    from vstbpn.references.identifiers.urn_lex import UrnLex as UrnLex
    from vstbpn.references.issuers.localities import CitingDocument as CitingDocument
    from vstbpn.references.issuers.names import canonical_issuer as canonical_issuer
    from vstbpn.references.issuers.names import issuer_en as issuer_en
    from vstbpn.references.issuers.names import issuer_locality as issuer_locality
    from vstbpn.references.provisions.provision import Provision as Provision
    from vstbpn.references.provisions.scanning import ProvisionMention as ProvisionMention
    from vstbpn.references.provisions.scanning import find_provisions as find_provisions
    from vstbpn.references.provisions.wording import format_provisions as format_provisions
    from vstbpn.references.symbols.issuing_bodies import BodyKind as BodyKind
    from vstbpn.references.symbols.issuing_bodies import kind_of_body as kind_of_body
    from vstbpn.references.symbols.symbol import DocumentSymbol as DocumentSymbol


_HOMES = {
    "Act": "acts.act",
    "ActKey": "citing.reference",
    "ActLink": "acts.acts",
    "Acts": "acts.acts",
    "Agreement": "acts.resolution",
    "AknIri": "identifiers.akoma_ntoso",
    "BackReference": "finding.back_references",
    "BodyKind": "symbols.issuing_bodies",
    "CitationStyle": "citing.wording",
    "CitingDocument": "issuers.localities",
    "DocumentSymbol": "symbols.symbol",
    "Evidence": "acts.resolution",
    "IdentityPart": "acts.resolution",
    "Mention": "finding.mention",
    "Provision": "provisions.provision",
    "ProvisionMention": "provisions.scanning",
    "Reference": "citing.reference",
    "Resolution": "acts.resolution",
    "Suggestion": "acts.resolution",
    "UrnLex": "identifiers.urn_lex",
    "Verdict": "acts.resolution",
    "canonical_issuer": "issuers.names",
    "find_back_references": "finding.back_references",
    "find_provisions": "provisions.scanning",
    "find_references": "finding.scanning",
    "fold_symbol": "identifiers.folding",
    "format_provisions": "provisions.wording",
    "group_mentions": "citing.grouping",
    "issuer_en": "issuers.names",
    "issuer_locality": "issuers.names",
    "kind_of_body": "symbols.issuing_bodies",
    "unfold_symbol": "identifiers.folding",
}

__all__ = [
    "Act",
    "ActKey",
    "ActLink",
    "Acts",
    "Agreement",
    "AknIri",
    "BackReference",
    "BodyKind",
    "CitationStyle",
    "CitingDocument",
    "DocumentSymbol",
    "Evidence",
    "IdentityPart",
    "Mention",
    "Provision",
    "ProvisionMention",
    "Reference",
    "Resolution",
    "Suggestion",
    "UrnLex",
    "Verdict",
    "canonical_issuer",
    "find_back_references",
    "find_provisions",
    "find_references",
    "fold_symbol",
    "format_provisions",
    "group_mentions",
    "issuer_en",
    "issuer_locality",
    "kind_of_body",
    "unfold_symbol",
]


__getattr__ = loader(__name__, _HOMES)


def __dir__() -> list[str]:
    return __all__
