import Demos
import Foundation
import Glibc
import PortKnowledge
import TerminalUI

/// A recording as a file: JSON lines, the first of which says what the others are.
///
/// The first line has `format` (always `portside recording`), `version`, `portside` (which version
/// wrote it), `demo` (`id`, `title`, `teaches`, `stepCount`), `kernel`, `day` and `wasRoot`. Every
/// other line is an event as ``DemoJSON`` writes it.
enum RecordingFile {
  /// The layout that this version writes, and the newest that it reads.
  static let version = 1

  private static let format = "portside recording"
  /// Far beyond any demo, and small enough to read at once.
  private static let mostBytes = 16 << 20
  private static let mostSteps = 99

  /// The lines of a recording, each with its end.
  static func text(of recording: DemoRecording) -> String {
    let header = DemoJSON.text([
      "format": .string(format), "version": .number(version),
      "portside": .string(Portside.version),
      "demo": .object(DemoJSON.object(of: recording.summary)),
      "kernel": .string(recording.note.kernel), "day": .string(recording.note.day),
      "wasRoot": .truth(recording.note.wasRoot),
    ])
    let lines = [header] + recording.events.map { DemoJSON.line(of: $0) }
    return lines.map { $0.string + "\n" }.joined()
  }

  /// Writes a recording to a file that must not be there yet.
  ///
  /// It is written beside its name and then named, so a file of this name is always whole.
  ///
  /// - Throws: `CommandFailure` with what the system says.
  static func write(_ recording: DemoRecording, to path: String) throws {
    do {
      try Data(text(of: recording).utf8).write(
        to: URL(fileURLWithPath: path), options: [.atomic])
    } catch {
      throw CommandFailure("\(path): the recording cannot be written there; \(reason(error)).")
    }
  }

  /// Makes sure that a recording can be written to a path, before there is one.
  ///
  /// - Throws: `CommandFailure` where there is such a file already or no such folder.
  static func checkIsFree(_ path: String) throws {
    let files = FileManager.default
    if files.fileExists(atPath: path) {
      throw CommandFailure("\(path) exists already; name another file, or remove it first.")
    }
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard files.isWritableFile(atPath: folder) else {
      throw CommandFailure("\(path): there is no folder \(folder) that can be written to.")
    }
  }

  /// Reads a recording.
  ///
  /// - Throws: `CommandFailure` with the file, the line and what is wrong.
  static func read(_ path: String) throws -> DemoRecording {
    do throws(RecordingFault) {
      return try recording(try bytes(of: path))
    } catch {
      throw CommandFailure("\(path): \(error)")
    }
  }

  /// The bytes of a plain file; a pipe or a device might never end.
  private static func bytes(of path: String) throws(RecordingFault) -> Data {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw RecordingFault("the recording cannot be read; \(systemReason(errno)).")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw RecordingFault("this is no file, so it is no recording.")
    }
    guard status.st_size <= mostBytes else {
      throw RecordingFault("it is larger than \(mostBytes >> 20) MiB, so it is no recording.")
    }
    guard let data = try? file.read(upToCount: mostBytes + 1) ?? Data() else {
      throw RecordingFault("the recording cannot be read; the disk reports an error.")
    }
    return data
  }

  /// The recording in some bytes.
  static func recording(_ data: Data) throws(RecordingFault) -> DemoRecording {
    guard data.count <= mostBytes else {
      throw RecordingFault("it is larger than \(mostBytes >> 20) MiB, so it is no recording.")
    }
    guard !data.isEmpty else { throw RecordingFault("the file is empty, so it is no recording.") }
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var recording = try header(Data(lines.first ?? Data()))
    let reader = DemoEventReader(stepCount: recording.summary.stepCount)
    for (offset, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      guard recording.end == nil else {
        throw RecordingFault(line: offset + 1, "something follows the end of the demo.")
      }
      do throws(RecordingFault) {
        recording.events.append(try reader.event(try value(Data(line))))
      } catch {
        let isCut = offset == lines.count - 1
        throw RecordingFault(
          line: offset + 1,
          isCut ? "the recording is cut off here; record it again." : error.reason)
      }
    }
    guard recording.end != nil else {
      throw RecordingFault(
        line: max(1, lines.count), "the recording is cut off here; record it again.")
    }
    return recording
  }

  private static func header(_ line: Data) throws(RecordingFault) -> DemoRecording {
    let notOurs = RecordingFault(
      line: 1, "this is no recording of a demo; portside demo NAME --record FILE makes one.")
    guard let value = try? value(line), let members = try? JSONMembers(value),
      (try? members.text("format")) == format, let version = try? members.number("version")
    else { throw notOurs }
    guard version == Self.version else {
      throw RecordingFault(
        line: 1,
        "the recording has layout \(version), and this is portside \(Portside.version), which "
          + "reads layout \(Self.version); a newer portside can play it.")
    }
    do throws(RecordingFault) {
      let demo = try members.object("demo")
      let stepCount = try demo.number("stepCount")
      guard (1...mostSteps).contains(stepCount) else {
        throw RecordingFault("\"stepCount\" must be 1 to \(mostSteps).")
      }
      return DemoRecording(
        of: DemoSummary(
          id: try demo.text("id"), title: try demo.text("title"),
          teaches: try demo.text("teaches"), stepCount: stepCount),
        note: RecordingNote(
          kernel: try members.text("kernel"), day: try members.text("day"),
          wasRoot: try members.truth("wasRoot")))
    } catch {
      throw RecordingFault(line: 1, error.reason)
    }
  }

  private static func value(_ line: Data) throws(RecordingFault) -> JSONValue {
    guard let value = try? JSONDecoder().decode(JSONValue.self, from: line) else {
      throw RecordingFault("this is no JSON.")
    }
    return value
  }

  /// What the system says, without the file's name, which the sentence has already.
  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let cause, cause.domain == NSPOSIXErrorDomain else { return "the system refuses it" }
    return systemReason(Int32(cause.code))
  }

  private static func systemReason(_ number: Int32) -> String {
    String(cString: strerror(number)).lowercased()
  }
}
