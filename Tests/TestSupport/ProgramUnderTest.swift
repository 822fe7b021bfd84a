import Foundation

/// The built program that end-to-end tests start.
public enum ProgramUnderTest {
  /// Its path: the variable `PORTSIDE_UNDER_TEST`, or `portside` beside the running test bundle.
  public static var path: String {
    get throws {
      let named = ProcessInfo.processInfo.environment["PORTSIDE_UNDER_TEST"].map { [$0] } ?? []
      let candidates = named + besideBundle + [inBuildFolder]
      guard let path = candidates.first(where: FileManager.default.isExecutableFile) else {
        throw NotFound(candidates: candidates)
      }
      return path
    }
  }

  /// The program was looked for and not found.
  struct NotFound: Error, CustomStringConvertible {
    let candidates: [String]
    var description: String {
      "portside is not built; it was looked for at \(candidates.joined(separator: ", "))"
    }
  }

  /// The test bundle is an executable of its own, in the same folder or a few below it.
  private static var besideBundle: [String] {
    let bundle = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    var folder = URL(fileURLWithPath: bundle ?? "")
    return (0..<4).map { _ in
      folder.deleteLastPathComponent()
      return folder.appendingPathComponent("portside").path
    }
  }

  private static var inBuildFolder: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent(".build/debug/portside").path
  }
}
