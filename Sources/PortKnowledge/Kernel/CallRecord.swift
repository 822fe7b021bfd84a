/// One system call as it was made: written by the funnel through which every call goes, never by
/// hand.
public struct CallRecord: Hashable, Sendable {
  /// The call's name, for example `connect`.
  public var name: String
  /// The arguments as C programmers read them, for example `9, 127.0.0.1:8080`.
  public var arguments: String
  /// What the call returned: −1 for an error.
  public var result: Int
  /// What it handed back besides, for example the address that `getsockname` found; else nothing.
  public var output: String
  /// The name of the error number, for example `EADDRINUSE`; nil where the call succeeded.
  public var errorName: String?
  /// How long it took, in microseconds.
  public var microseconds: Int
  /// Who made the call in the demo's own words ("server", "tab 1"), or nothing.
  public var actor: String

  /// A call with its outcome.
  public init(
    name: String, arguments: String, result: Int, output: String = "", errorName: String? = nil,
    microseconds: Int, actor: String = ""
  ) {
    self.name = name
    self.arguments = arguments
    self.result = result
    self.output = output
    self.errorName = errorName
    self.microseconds = microseconds
    self.actor = actor
  }
}

extension CallRecord: CustomStringConvertible {
  /// `connect(9, 127.0.0.1:8080) = 0`, or `… = -1 ECONNREFUSED`.
  public var description: String {
    var text = "\(name)(\(arguments)) = \(result)"
    if let errorName { text += " \(errorName)" }
    if !output.isEmpty { text += "  \(output)" }
    return text
  }
}
