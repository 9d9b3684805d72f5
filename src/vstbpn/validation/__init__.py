"""Validation (kiểm tra): rules, rule sets and reports."""

from vstbpn.validation.check import check as check
from vstbpn.validation.report import Report as Report
from vstbpn.validation.rules import Context as Context
from vstbpn.validation.rules import Rule as Rule
from vstbpn.validation.rules import RuleSet as RuleSet
