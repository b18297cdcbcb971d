"""Bring the hashes in ``manifest.json`` up to date with the files in ``filings/``.

Run it after changing or adding a filing: ``python corpus/build_manifest.py``. With ``--check`` it writes nothing and
exits 1 when a hash, a file or an entry is missing or stale. The same files always give the same manifest.
"""

import argparse
import hashlib
import json
import sys
from pathlib import Path

CORPUS = Path(__file__).resolve().parent
MANIFEST = CORPUS / "manifest.json"
FIELDS = ("name", "sha256", "title", "issuer", "stock_code", "form", "published", "language", "note")


def rebuilt(manifest: dict, folder: Path) -> tuple[dict, list[str]]:
    """The manifest with fresh hashes, ordered by name, and what a person still has to fill in or take out."""
    known = {entry["name"]: entry for entry in manifest["filings"]}
    present = {path.name: path for path in sorted(folder.iterdir()) if path.is_file()}
    problems = [f"{name}: in the manifest, but not in filings/" for name in sorted(known.keys() - present.keys())]
    entries = []
    for name, path in present.items():
        entry = known.get(name, {})
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        entries.append({field: entry.get(field, "") for field in FIELDS} | {"name": name, "sha256": digest})
        problems += [f"{name}: '{field}' is empty" for field in FIELDS if not entries[-1][field]]
    return {**manifest, "filings": entries}, problems


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the manifest is stale")
    arguments = parser.parse_args()
    before = MANIFEST.read_text(encoding="utf-8")
    manifest, problems = rebuilt(json.loads(before), CORPUS / "filings")
    after = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    if arguments.check and after != before:
        problems.append("manifest.json is stale: run corpus/build_manifest.py")
    elif after != before:
        MANIFEST.write_text(after, encoding="utf-8")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
