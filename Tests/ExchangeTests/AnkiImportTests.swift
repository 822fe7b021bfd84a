import Exchange
import Foundation
import TestSupport
import Testing

/// The Python that has Anki's own package; the tests that need it are skipped without.
private let python = ProcessInfo.processInfo.environment["PORTSIDE_ANKI_PYTHON"]

@Suite(
  "Anki itself imports the cards",
  .enabled(if: python != nil, "PORTSIDE_ANKI_PYTHON names no Python that has the package anki"))
struct AnkiImportTests {
  /// What import_decks.py tells of one way to import.
  private struct Outcome: Decodable {
    struct State: Decodable {
      var notes: [Note]
      var wrongChecksums: Int
      var isWhole: Bool
    }

    struct Note: Decodable, Equatable {
      var guid: String
      var kind: String
      var fields: [String]
      var tags: [String]
      var decks: [String]
      var asked: String
      var told: String
    }

    var first: [String: Int]
    var again: [String: Int]
    var changed: [String: Int]
    var before: State
    var after: State
  }

  private func outcomes(_ notes: [CardNote], _ changed: [CardNote]) async throws -> [String:
    Outcome]
  {
    try await withTemporaryFolder { folder in
      let files = [
        try folder.write(Data(AnkiPackage.bytes(of: notes, changedAt: 1_000)), to: "1.apkg"),
        try folder.write(Data(AnkiPackage.bytes(of: changed, changedAt: 2_000)), to: "2.apkg"),
        try folder.write(AnkiText.text(notes), to: "1.txt"),
        try folder.write(AnkiText.text(changed), to: "2.txt"),
      ]
      let script = ShippedCourse.folder("Tests/ExchangeTests/Anki/import_decks.py")
      let environment = Command.pinned.merging(["HOME": folder.path]) { $1 }
      let outcome = try await Command(
        try #require(python), [script] + files, environment: environment
      ).run()
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try JSONDecoder().decode([String: Outcome].self, from: Data(outcome.output.utf8))
    }
  }

  @Test(
    "Every note arrives once with its fields, tags and decks, and changed texts replace old ones")
  func course() async throws {
    let notes = try ShippedCourse.notes
    var changed = notes
    let place = try #require(notes.firstIndex { $0.deck == .interview })
    changed[place].fields[0] = "Another text &lt;b&gt;"
    let outcomes = try await outcomes(notes, changed)

    let package = try #require(outcomes["package"])
    #expect(package.first == ["new": notes.count])
    #expect(package.again == ["duplicate": notes.count])
    #expect(package.before.notes.count == notes.count)
    #expect(package.after.notes.count == notes.count)
    #expect(package.before.wrongChecksums == 0 && package.before.isWhole)
    let arrived = Dictionary(uniqueKeysWithValues: package.before.notes.map { ($0.guid, $0) })
    for note in notes {
      let found = try #require(arrived[note.guid])
      #expect(found.fields == note.fields)
      #expect(Set(found.tags) == Set(note.tags))
      let cards = note.kind == .port ? 2 : 1
      #expect(found.decks == Array(repeating: note.deck.rawValue, count: cards))
      #expect(found.told.contains(note.fields[note.kind == .port ? 1 : 0]))
      #expect(!found.asked.contains("{{") && !found.told.contains("{{"))
    }
    let other = try #require(package.after.notes.first { $0.guid == notes[place].guid })
    #expect(other.fields[0] == "Another text &lt;b&gt;")

    let text = try #require(outcomes["text"])
    let lines = notes.count + notes.count { $0.kind == .port }
    #expect(text.first == ["new": lines])
    #expect(text.again == ["duplicate": lines])
    #expect(text.changed == ["updated": 1, "duplicate": lines - 1])
    #expect(text.after.notes.count == lines)
    #expect(text.before.notes.allSatisfy { $0.kind == "Basic" && $0.decks.count == 1 })
    let basic = try #require(text.before.notes.first { $0.guid == notes[place].guid })
    #expect(basic.fields[0] == notes[place].fields[0])
    #expect(basic.fields[1].hasPrefix(notes[place].fields[1]))
    #expect(Set(basic.tags) == Set(notes[place].tags) && basic.decks == ["Portside::Interview"])
  }

  @Test("Texts that mean something to HTML, to Anki or to a table arrive as they are")
  func hostile() async throws {
    let texts = [
      "<script>alert(1)</script>", "a\tb\nc", "\"quoted\"", "{{Front}} {{c1::x}}", "[sound:x.mp3]",
      "[latex]x[/latex] [$]y[/$]", "# no comment", "&amp; &lt;", "漢字 é 👩‍👩‍👧‍👦", "::1 [::1]:80", "a;b,c",
    ]
    let notes = texts.enumerated().map { number, text in
      CardNote(
        guid: "test:\(number)", kind: .question, deck: .lessons,
        fields: [CardNotes.html(text), CardNotes.html(text), ""], tags: ["a::b"])
    }
    let outcomes = try await outcomes(notes, notes)
    for outcome in outcomes.values {
      #expect(outcome.first == ["new": texts.count])
      for (number, text) in texts.enumerated() {
        let note = try #require(outcome.before.notes.first { $0.guid == "test:\(number)" })
        #expect(note.fields[0] == CardNotes.html(text))
        #expect(note.asked.contains(CardNotes.html(text)), "\(note.asked)")
      }
    }
  }
}
