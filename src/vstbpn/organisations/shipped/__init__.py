"""What the library ships of organisations (danh bạ kèm theo thư viện): ``bundled``, of real units, and ``typical``.

Every fact comes from a row of the bundled tables and bears its source and confidence. Beginnings the tables do not
confirm are left open, so for days long ago the directories tell too much; they are made for documents from 2008 on.
Bodies that ended are held where the day of it is known: of the ministries of before the cabinet of 2007 and of the Party
commissions of before 2025 the tables tell the year or the month alone, so these are left out. The table ``issuer-units``
says for each row of the issuers which unit it is, or why none. Districts, communes and schools are a user's to add with
``Directory.with_facts``.

An id is a name without accents, for ministries and departments their abbreviation; it does not follow later renamings.
A province founded in 2025 bears the name of one before it and is another unit, of another extent, so its id adds the year:
``tinh-an-giang`` until 30 June 2025, ``tinh-an-giang-2025`` since. A people's committee has the id of its province after
``ubnd-``.
"""

from vstbpn.organisations.shipped.central import CABINET_OF_2025 as CABINET_OF_2025
from vstbpn.organisations.shipped.directory import bundled as bundled
from vstbpn.organisations.shipped.directory import typical as typical
from vstbpn.organisations.shipped.issuing import SYMBOL as SYMBOL
from vstbpn.organisations.shipped.provinces import GSO as GSO
from vstbpn.organisations.shipped.provinces import PROVINCES_OF_2025 as PROVINCES_OF_2025
from vstbpn.organisations.shipped.provinces import slug as slug
