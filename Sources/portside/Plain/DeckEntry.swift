import Curriculum
import PortKnowledge

/// A deck of ports as data.
struct DeckEntry: Encodable {
  /// A memory aid.
  struct Mnemonic: Encodable {
    /// The ports it is about, such as `993/tcp`.
    var ports: [String]
    /// The aid.
    var text: String
  }

  /// The id, by which it can be practised.
  var id: String
  /// The title.
  var title: String
  /// What binds the ports together.
  var about: String
  /// The ports, such as `53/tcp+udp`.
  var ports: [String]
  /// The memory aids.
  var mnemonics: [Mnemonic]

  init(_ deck: PortDeck) {
    id = deck.id
    title = deck.title
    about = deck.about
    ports = deck.services.map(\.portAndTransports)
    mnemonics = deck.mnemonics.map {
      Mnemonic(ports: $0.services.map(\.portAndTransports), text: $0.text)
    }
  }
}
