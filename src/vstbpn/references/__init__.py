"""Legal references (dẫn chiếu văn bản): symbols, provisions, whole references, finding them in prose, known acts."""

from vstbpn.references.acts import Acts as Acts
from vstbpn.references.acts import Resolution as Resolution
from vstbpn.references.acts import Verdict as Verdict
from vstbpn.references.provision import Provision as Provision
from vstbpn.references.reference import Reference as Reference
from vstbpn.references.scanning import Mention as Mention
from vstbpn.references.scanning import find_references as find_references
from vstbpn.references.symbol import DocumentSymbol as DocumentSymbol
