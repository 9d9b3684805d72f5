"""The acts that are known (danh mục văn bản) and which of them a reference means."""
