"""Identifiers of acts and provisions (mã định danh): Akoma Ntoso IRIs and URN LEX."""
