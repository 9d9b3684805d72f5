"""The number and symbol of a document (số, ký hiệu): grammar, styles, repairs and faults."""
