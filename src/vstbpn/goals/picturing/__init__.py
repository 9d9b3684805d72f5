"""Progress at a glance (tiến độ thực hiện chỉ tiêu): targets by unit as a table and as a picture."""
