/// What comes of a `bind()` or `listen()` among the sockets that are there.
public struct BindVerdict: Hashable, Sendable {
  /// How the new socket stands to one that was there before.
  public struct Relation: Hashable, Sendable {
    /// The name of the socket that was there.
    public var name: String
    /// What decides between the two.
    public var sharing: PortSharing

    /// A socket's name and what decides.
    public init(_ name: String, _ sharing: PortSharing) {
      self.name = name
      self.sharing = sharing
    }
  }

  /// Every socket that was there, in the order in which they came.
  public var relations: [Relation]

  /// A verdict of its relations.
  public init(_ relations: [Relation]) {
    self.relations = relations
  }

  /// The first socket that hinders the call; nil where none does.
  public var blocker: Relation? { relations.first { !$0.sharing.isAllowed } }

  /// Whether the call succeeds.
  public var isAllowed: Bool { blocker == nil }

  /// What the call returns: OK or EADDRINUSE.
  public var outcome: ExperimentOutcome { isAllowed ? .ok : .error("EADDRINUSE") }
}
