"""``python -m vstbpn``: the command line, which needs the extra ``cli``."""

import sys


def main() -> None:
    """Run the command line, or say what to install for it."""
    try:
        from vstbpn.cli.app import run
    except ModuleNotFoundError as error:
        if error.name not in {"typer", "rich"}:
            raise
        sys.stderr.write("vstbpn: the command line needs more packages; install them with: pip install 'vstbpn[cli]'\n")
        raise SystemExit(2) from None
    run()


if __name__ == "__main__":
    main()
