"""Message catalogues (danh mục câu chữ): what the library says to people, in Vietnamese and English."""

from vstbpn.messages.wording import Wording as Wording
