import Demos
import Foundation

/// One run of a program that makes a crowd: its own time, and the memory it took.
struct CrowdRun {
  /// From the first connect to the last accept, as the program tells it.
  let microseconds: Double
  /// The most memory the process had, in MiB.
  let mebibytes: Double

  /// Runs a command that prints its microseconds.
  ///
  /// Rows in TIME-WAIT are none: every program resets what it opened.
  init(_ command: [String]) throws {
    let output = Pipe()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = output
    try process.run()
    let text = String(
      decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let words = text.split(whereSeparator: \.isWhitespace)
    guard process.terminationStatus == 0, let time = words.first.flatMap({ Double($0) }) else {
      throw CocoaError(.executableLoad)
    }
    microseconds = time
    mebibytes = words.count > 1 ? (Double(words[1]) ?? 0) / 1024 : 0
  }
}
