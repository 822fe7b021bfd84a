/// What a list of demos shows of one.
public struct DemoSummary: Hashable, Sendable, Codable {
  /// The name by which the command line and lessons call it, for example `tabs`.
  public var id: String
  /// The title.
  public var title: String
  /// What one sees in it, in one sentence.
  public var teaches: String
  /// How many steps it has.
  public var stepCount: Int

  /// A demo's name, title, purpose and length.
  public init(id: String, title: String, teaches: String, stepCount: Int) {
    self.id = id
    self.title = title
    self.teaches = teaches
    self.stepCount = stepCount
  }
}
