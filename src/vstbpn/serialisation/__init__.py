"""Serialisation (tuần tự hóa): exact JSON for other tools, and annotations."""

from vstbpn.serialisation.annotations import annotate as annotate
from vstbpn.serialisation.documents import from_json as from_json
from vstbpn.serialisation.documents import to_json as to_json
