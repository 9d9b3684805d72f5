"""Settings of the documentation: MyST pages, the reference from the docstrings, no network."""

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent))
from rule_pages import write_rule_pages  # It lies beside this file, wherever Sphinx is started.

project = "vstbpn"
author = "The vstbpn maintainers"
copyright = "The vstbpn maintainers"  # noqa: A001  # Sphinx asks for this name.
release = installed_version("vstbpn")
version = release

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "sphinxcontrib.mermaid"]
exclude_patterns = ["_build", "examples/*.txt"]
language = "en"
# Options of the command line begin with two hyphens, which must stay two.
smartquotes = False

html_theme = "furo"
html_title = f"vstbpn {release}"

myst_heading_anchors = 3
# Pictures are fenced as other Markdown viewers draw them too.
myst_fence_as_directive = ["mermaid"]

# Several classes have a field named "type", which Sphinx takes for the builtin in "type[Row]".
suppress_warnings = ["ref.python"]

autodoc_default_options = {"members": True, "show-inheritance": True, "undoc-members": True}
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
add_module_names = False
napoleon_google_docstring = True
napoleon_numpy_docstring = False


def setup(app: Sphinx) -> None:
    """Have the pages of the rules made before Sphinx looks for pages."""
    write_rule_pages(Path(app.srcdir) / "rules")
