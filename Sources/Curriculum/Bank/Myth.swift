/// A claim that is widespread and wrong.
public struct Myth: Hashable, Sendable, Identifiable {
  /// The id, for example `myth-one-client-per-port`: never changes.
  public var id: String
  /// What it is about.
  public var topic: String
  /// The claim as people say it.
  public var claim: String
  /// What is true.
  public var truth: String
  /// Why people believe the claim.
  public var belief: String
  /// The id of the demo that settles it.
  public var demo: String
  /// Where the truth comes from.
  public var sources: [String]

  /// A claim with all its parts.
  public init(
    id: String, topic: String, claim: String, truth: String, belief: String, demo: String,
    sources: [String]
  ) {
    self.id = id
    self.topic = topic
    self.claim = claim
    self.truth = truth
    self.belief = belief
    self.demo = demo
    self.sources = sources
  }
}
