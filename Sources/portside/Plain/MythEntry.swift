import Curriculum

/// A claim that is wrong, as data.
struct MythEntry: Encodable {
  /// The id.
  var id: String
  /// What it is about.
  var topic: String
  /// What people say.
  var claim: String
  /// What is true.
  var truth: String
  /// Why people say it.
  var believed: String
  /// The demo that settles it.
  var demo: String
  /// Where the truth comes from.
  var sources: [String]

  init(_ myth: Myth) {
    id = myth.id
    topic = myth.topic
    claim = myth.claim
    truth = myth.truth
    believed = myth.belief
    demo = myth.demo
    sources = myth.sources
  }
}
