public import PortKnowledge

extension PortDeck {
  /// The deck as exercises that never run out.
  public var drill: PortDrillFamily {
    PortDrillFamily(
      id: id, title: title, summary: about,
      cards: services.map { PortDrillFamily.Card($0, aids: mnemonics(for: $0)) })
  }
}
