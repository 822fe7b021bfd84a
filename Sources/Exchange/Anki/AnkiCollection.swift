import Foundation
import GRDB

/// The database of a package for Anki, in its layout 11.
struct AnkiCollection {
  let notes: [CardNote]
  /// Seconds since 1970-01-01 00:00 UTC.
  let changedAt: Int64

  /// When notes, decks and kinds were made, for Anki, which takes it from their numbers.
  private static let firstID: Int64 = 1_700_000_200_000
  private static let deckID: Int64 = 1_700_000_000_001

  /// Writes the database to a file that is not there yet.
  func write(to path: String) throws {
    var configuration = Configuration()
    configuration.label = "Portside.Exchange"
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      // No second file beside it.
      try database.execute(sql: "PRAGMA journal_mode = MEMORY")
      try database.inTransaction {
        try database.execute(sql: AnkiLayout.tables)
        try insertCollection(database)
        try insertNotes(database)
        return .commit
      }
    }
    try queue.close()
  }

  private func insertCollection(_ database: Database) throws {
    try database.execute(
      sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
      arguments: [
        changedAt, changedAt * 1_000, changedAt * 1_000,
        try AnkiLayout.text(AnkiLayout.configuration), try AnkiLayout.text(kinds),
        try AnkiLayout.text(decks), try AnkiLayout.text(AnkiLayout.deckOptions),
      ])
  }

  private var kinds: [String: AnkiLayout.Value] {
    Dictionary(
      uniqueKeysWithValues: CardNote.Kind.allCases.map { kind in
        let template = NoteTemplate(kind)
        return ("\(template.id)", AnkiLayout.kind(template, changedAt: changedAt))
      })
  }

  private var decks: [String: AnkiLayout.Value] {
    var decks = ["1": AnkiLayout.deck(id: 1, name: "Default", changedAt: 0)]
    for deck in CardNote.Deck.allCases {
      let id = Self.id(of: deck)
      decks["\(id)"] = AnkiLayout.deck(id: id, name: deck.rawValue, changedAt: changedAt)
    }
    let parent = Self.deckID - 1
    decks["\(parent)"] = AnkiLayout.deck(id: parent, name: "Portside", changedAt: changedAt)
    return decks
  }

  private static func id(of deck: CardNote.Deck) -> Int64 {
    deckID + Int64(CardNote.Deck.allCases.firstIndex(of: deck) ?? 0)
  }

  private func insertNotes(_ database: Database) throws {
    var used: Set<Int64> = []
    for (place, note) in notes.enumerated() {
      // Numbers of up to ten cards follow each other.
      var id = Self.number(of: note.guid)
      while !used.insert(id).inserted { id += 10 }
      let first = HTMLText.plain(note.fields.first ?? "")
      try database.execute(
        sql: "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')",
        arguments: [
          id, note.guid, NoteTemplate(note.kind).id, changedAt,
          note.tags.isEmpty ? "" : " " + note.tags.joined(separator: " ") + " ",
          note.fields.joined(separator: "\u{1F}"), first, Int64(SHA1.firstWord(first)),
        ])
      for ordinal in NoteTemplate(note.kind).cards.indices {
        try database.execute(
          sql: """
            INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')
            """,
          arguments: [
            id + Int64(ordinal), id, Self.id(of: note.deck), ordinal, changedAt, place + 1,
          ])
      }
    }
  }

  /// A number for a note that is the same every time: its id by FNV-1a, within three years.
  private static func number(of guid: String) -> Int64 {
    let hash = guid.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
    return firstID + Int64(hash % 9_000_000_000) * 10
  }
}
