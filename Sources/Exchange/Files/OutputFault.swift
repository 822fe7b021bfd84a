/// Why a file could not be written.
public struct OutputFault: Error, Hashable, CustomStringConvertible {
  /// One sentence: which file, what is wrong, and what to do.
  public let description: String

  init(_ path: String, _ reason: String) {
    description = "\(path): \(reason)"
  }
}
