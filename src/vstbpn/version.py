"""The version of the library, where everything else can read it."""

VERSION = "0.1.0"
