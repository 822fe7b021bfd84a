/// Notes as a text file that Anki imports.
///
/// The lines at its head are described in the manual, "Importing", "File Headers"
/// (https://docs.ankiweb.net/importing/text-files.html).
public enum AnkiText {
  /// The text of some notes, all for Anki's own note type Basic, which every collection has.
  ///
  /// A port becomes two notes, one for each direction, because Basic has one card.
  ///
  /// - Parameter notes: The notes.
  /// - Returns: The text: an id, a deck, the front, the back and the tags on each line.
  public static func text(_ notes: [CardNote]) -> String {
    let head = [
      "#separator:tab", "#html:true", "#notetype:Basic", "#guid column:1", "#deck column:2",
      "#tags column:5", "#columns:guid\tdeck\tFront\tBack\tTags",
    ]
    return (head + notes.flatMap(lines)).map { $0 + "\n" }.joined()
  }

  /// How many notes the text has: a port is two.
  public static func count(_ notes: [CardNote]) -> Int {
    notes.reduce(0) { $0 + NoteTemplate($1.kind).cards.count }
  }

  private static func lines(of note: CardNote) -> [String] {
    let template = NoteTemplate(note.kind)
    return template.cards.map { card in
      let guid = template.cards.count > 1 ? "\(note.guid):\(card.id)" : note.guid
      let cells = [
        guid, note.deck.rawValue, template.filled(card.front, with: note.fields),
        template.filled(card.back, with: note.fields), note.tags.joined(separator: " "),
      ]
      return cells.map(cell).joined(separator: "\t")
    }
  }

  private static func cell(_ text: String) -> String {
    guard text.contains(where: { "\t\n\r\"".contains($0) }) || text.hasPrefix("#") else {
      return text
    }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
