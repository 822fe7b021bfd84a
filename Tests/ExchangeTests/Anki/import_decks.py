"""Imports exported cards into fresh collections of Anki, and says as JSON what became of them.

usage: import_decks.py FIRST.apkg CHANGED.apkg FIRST.txt CHANGED.txt

The changed files hold the same cards, one of them with another text.
"""

import hashlib
import json
import os
import sys
import tempfile

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)


def checksum(text):
    return int(hashlib.sha1(str(text).encode()).hexdigest()[:8], 16)


def counts(log):
    names = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck",
             "empty_first_field", "first_field_match")
    return {name: len(getattr(log.log, name)) for name in names if len(getattr(log.log, name))}


def package(collection, path):
    return counts(collection.import_anki_package(ImportAnkiPackageRequest(
        package_path=path, options=ImportAnkiPackageOptions())))


def text(collection, path):
    metadata = collection.get_csv_metadata(path, None)
    return counts(collection.import_csv(ImportCsvRequest(path=path, metadata=metadata)))


def state(collection):
    notes = []
    for note_id in collection.find_notes(""):
        note = collection.get_note(note_id)
        cards = note.cards()
        notes.append({
            "guid": note.guid, "kind": note.note_type()["name"], "fields": note.fields,
            "tags": note.tags, "decks": [collection.decks.name(card.did) for card in cards],
            "asked": cards[0].question(), "told": cards[0].answer(),
        })
    stored = collection.db.all("select csum, sfld from notes")
    problems, is_whole = collection.fix_integrity()
    return {
        "notes": sorted(notes, key=lambda note: note["guid"]),
        "wrongChecksums": sum(sum_ != checksum(first) for sum_, first in stored),
        "isWhole": is_whole, "problems": problems,
    }


def run(importer, first, changed):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        try:
            result = {"first": importer(collection, first)}
            result["before"] = state(collection)
            result["again"] = importer(collection, first)
            result["changed"] = importer(collection, changed)
            result["after"] = state(collection)
            return result
        finally:
            collection.close()


def main():
    first, changed, first_text, changed_text = sys.argv[1:]
    json.dump({"package": run(package, first, changed), "text": run(text, first_text, changed_text)},
              sys.stdout)


main()
