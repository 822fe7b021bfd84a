extension ServiceTable {
  /// The service that people call by a name: one that they may type for it, in any case of letters.
  ///
  /// - Parameter name: A name such as `imaps`; spaces at its ends do not count.
  /// - Returns: The first such service of the table; nil where none is called so.
  public static func service(called name: String) -> Service? {
    let name = name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    return byName[String(name).lowercased()]
  }

  private static let byName = Dictionary(
    all.flatMap { service in service.typedNames.map { ($0.lowercased(), service) } },
    uniquingKeysWith: { first, _ in first })
}
