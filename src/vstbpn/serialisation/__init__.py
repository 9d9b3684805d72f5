"""Serialisation (tuần tự hóa): exact JSON for other tools, and annotations."""

from vstbpn.serialisation.annotations import annotate as annotate
from vstbpn.serialisation.documents import from_json as from_json
from vstbpn.serialisation.documents import to_json as to_json
from vstbpn.serialisation.values import value_from_json as value_from_json
from vstbpn.serialisation.values import value_to_json as value_to_json
