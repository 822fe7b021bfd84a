public import PortKnowledge

/// Ports that are learnt together.
public struct PortDeck: Hashable, Sendable, Identifiable {
  /// A memory aid.
  public struct Mnemonic: Hashable, Sendable {
    /// The services it is about.
    public var services: [Service]
    /// The aid.
    public var text: String

    /// An aid for some services.
    public init(services: [Service], text: String) {
      self.services = services
      self.text = text
    }
  }

  /// The id, for example `deck-mail`: never changes.
  public var id: String
  /// The title.
  public var title: String
  /// What binds the ports together.
  public var about: String
  /// The services whose ports are learnt, in the order of learning.
  public var services: [Service]
  /// Memory aids for some of them.
  public var mnemonics: [Mnemonic]

  /// A deck with all its parts.
  public init(
    id: String, title: String, about: String, services: [Service], mnemonics: [Mnemonic]
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.services = services
    self.mnemonics = mnemonics
  }

  /// The memory aids for a service.
  public func mnemonics(for service: Service) -> [String] {
    mnemonics.filter { $0.services.contains(service) }.map(\.text)
  }
}
