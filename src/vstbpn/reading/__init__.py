"""Reading whole documents (đọc văn bản): text in, typed plan out, no character lost."""

from vstbpn.reading.decoding import decode as decode
from vstbpn.reading.reading import Block as Block
from vstbpn.reading.reading import Reading as Reading
from vstbpn.reading.reading import read as read
