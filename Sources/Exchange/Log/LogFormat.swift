/// The log of a learner as JSON lines: names, version and limits.
///
/// The article ExportFormat describes it for other programs.
public enum LogFormat {
  /// What the first line says the file is.
  public static let name = "portside-log"
  /// The layout that is written, and the newest that is read.
  public static let version = 1
  /// The longest line that is read or written, in bytes without its end.
  ///
  /// A typed answer has 64 KiB at most, and each byte of it takes up to six.
  public static let longestLine = 1 << 20
  /// The largest file that is read, in bytes.
  public static let largestFile: Int64 = 1 << 30
  /// The most rows that are read.
  public static let mostRows = 2_000_000
}
