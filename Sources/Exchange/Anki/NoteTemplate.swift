/// The fields of a kind of note and the cards that are made from them.
struct NoteTemplate {
  /// A card of a note: its two sides as HTML in which `{{Name}}` stands for a field.
  struct Card {
    /// What it is called in a note's id: never changes.
    let id: String
    /// What Anki calls it.
    let name: String
    /// The side that asks.
    let front: String
    /// What is shown under it.
    let back: String
  }

  /// Which kind it is of.
  let kind: CardNote.Kind
  /// What Anki calls it.
  let name: String
  /// The number Anki knows it by: never changes.
  let id: Int64
  /// The names of the fields.
  let fields: [String]
  /// The cards.
  let cards: [Card]

  /// The template of a kind of note.
  init(_ kind: CardNote.Kind) {
    self.kind = kind
    switch kind {
    case .port:
      name = "Portside port"
      id = 1_700_000_100_001
      fields = ["Service", "Port", "Purpose", "Extra"]
      let more = "<p>{{Purpose}}</p><div class=\"extra\">{{Extra}}</div>"
      cards = [
        Card(
          id: "number", name: "Service to port",
          front: "<p>Which port does this usually wait on?</p><p><b>{{Service}}</b></p>",
          back: "<p><b>{{Port}}</b></p>" + more),
        Card(
          id: "service", name: "Port to service",
          front: "<p>What usually waits on this port?</p><p><b>{{Port}}</b></p>",
          back: "<p><b>{{Service}}</b></p>" + more),
      ]
    case .question:
      name = "Portside question"
      id = 1_700_000_100_002
      fields = ["Front", "Back", "Extra"]
      cards = [
        Card(
          id: "card", name: "Card", front: "{{Front}}",
          back: "{{Back}}<div class=\"extra\">{{Extra}}</div>")
      ]
    }
  }

  /// How cards look; Anki's night mode keeps its own colours.
  static let css = """
    .card { font-family: sans-serif; font-size: 20px; line-height: 1.45; text-align: left;
      max-width: 36em; margin: 0 auto; padding: 0.5em; }
    pre, code { font-family: monospace; font-size: 85%; text-align: left; overflow-x: auto; }
    .extra { font-size: 85%; opacity: 0.8; }
    """

  /// A side of a card with the fields in their places.
  func filled(_ side: String, with values: [String]) -> String {
    zip(fields, values).reduce(side) { $0.replacing("{{\($1.0)}}", with: $1.1) }
  }
}
