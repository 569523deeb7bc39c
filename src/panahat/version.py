"""The version of Panahat: alone here, so that manifests can name it without opening the package's door."""

VERSION = "0.1.0"
