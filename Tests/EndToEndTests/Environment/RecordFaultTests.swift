import Foundation
import Glibc
import TestSupport
import Testing

@Suite("The record where disks are full, read-only or broken")
struct RecordFaultTests {
  @Test(
    "a full disk is told of, loses nothing, and answers are kept again once there is room",
    .enabled("only root may mount a file system of its own here") { await Mounting.isPossible })
  func fullDisk() async throws {
    try await withTemporaryFolder { folder in
      let told = try await Mounting.run(
        """
        mount -t tmpfs -o size=8m tmpfs "$D"
        portside review --batch "$A" --ack-fd 1 | tail -n 1
        dd if=/dev/zero of="$D/fill" bs=4096 2> /dev/null
        portside review --batch "$A" --ack-fd 1 > "$D/../acks" 2> "$D/../errors"
        echo "full $? $(wc -l < "$D/../acks")"
        portside progress | grep Answers
        rm "$D/fill"
        portside review --batch "$A" --ack-fd 1 | tail -n 1
        """, in: folder)
      let lines = told.lines
      try #require(lines.count == 4, "\(told)")
      #expect(lines[0] == "400 port:22/tcp:number 3")
      let full = lines[1].split(separator: " ").compactMap { Int($0) }
      try #require(full.count == 2, "\(told)")
      #expect(full[0] == 1 && full[1] < 400)
      let sentence = try String(contentsOfFile: folder.file("errors"), encoding: .utf8)
      #expect(sentence.hasPrefix("Error: ") && sentence.contains(" is full; make some room"))
      #expect(sentence.split(separator: "\n").count == 1, "\(sentence)")
      // What was acknowledged is there, and nothing that was refused.
      #expect(lines[2].contains(" \(400 + full[1]) of \(400 + full[1]) right"), "\(told)")
      #expect(lines[3] == "\(800 + full[1]) port:22/tcp:number 3")
    }
  }

  @Test(
    "a read-only disk shows what there is, and says that nothing is kept",
    .enabled("only root may mount a file system of its own here") { await Mounting.isPossible })
  func readOnly() async throws {
    try await withTemporaryFolder { folder in
      let told = try await Mounting.run(
        """
        mount -t tmpfs -o size=8m tmpfs "$D"
        portside review --batch "$A"
        before=$(cat "$D"/* | sha256sum)
        mount -o remount,ro "$D"
        portside progress 2>&1 | grep -E 'Answers|kept'
        portside review --batch "$A" --ack-fd 1 2>&1
        echo "status $?"
        echo 22 | portside practice ports --count 1 --seed 1 > /dev/null 2>&1
        echo "status $?"
        [ "$before" = "$(cat "$D"/* | sha256sum)" ] && echo unchanged
        """, in: folder)
      let lines = told.lines
      try #require(lines.count == 6, "\(told)")
      let path = folder.file("data/progress.sqlite")
      let why =
        "\(path) cannot be written to; make it and its folder writable, or choose another "
        + "folder with --data."
      #expect(lines[0] == "Nothing you do will be kept: " + why)
      #expect(lines[1].contains("400 of 400 right"))
      #expect(lines[2] == "Error: no answer of the file can be kept: " + why)
      #expect(Array(lines[3...]) == ["status 1", "status 0", "unchanged"] as [String])
    }
  }

  /// Each of these calls fails in turn, once or for good, at its first, second … use on the record.
  @Test(
    "whatever call fails, what was acknowledged is there and the file is whole",
    .enabled("strace is missing, or may not follow programs here") { await Tracing.isPossible },
    arguments: ["pwrite64", "fdatasync", "ftruncate", "openat"], ["ENOSPC", "EIO"])
  func failingCall(name: String, code: String) async throws {
    try await withTemporaryFolder { folder in
      let sweep = ProcessInfo.processInfo.environment["PORTSIDE_SWEEP"] == "1"
      for count in sweep ? Array(1...40) : [1, 2, 14] {
        for end in ["", "+"] {
          let data = folder.file("\(count)\(end)")
          try folder.write(
            String(repeating: "port:22/tcp:number\t22\n", count: 12), to: "answers")
          let paths = ["", "-wal", "-shm"].map { "-P '\(data)/progress.sqlite\($0)'" }
          let script = """
            strace -f -qqq -o /dev/null \(paths.joined(separator: " ")) \
              -e inject=\(name):error=\(code):when=\(count)\(end) \
              '\(try ProgramUnderTest.path)' review --batch '\(folder.file("answers"))' \
              --ack-fd 3 --data '\(data)' 3> '\(folder.file("acks"))'
            """
          let told = try await Command("/bin/sh", ["-c", script]).run()
          let place: Comment = "\(name) \(code) \(count)\(end): \(told)"
          #expect(!told.wasKilled && told.status <= 1, place)
          #expect(told.errorLines.count == Int(told.status), place)
          let acks = try String(contentsOfFile: folder.file("acks"), encoding: .utf8)
          let rows = acks.split(separator: "\n").compactMap {
            $0.split(separator: " ").first.flatMap { Int64($0) }
          }
          if told.status == 0 { #expect(rows.count == 12, place) }
          let kept = try StoredReviews.rows(in: data)
          #expect(Set(rows).isSubset(of: kept), place)
          #expect(kept.count <= rows.count + 1, place)
        }
      }
    }
  }
}

/// File systems that only the programs of one test see.
private enum Mounting {
  static var isPossible: Bool {
    get async {
      let script = "mount -t tmpfs -o size=64k tmpfs /mnt"
      let told = try? await Command("/usr/bin/unshare", ["-m", "/bin/sh", "-c", script]).run()
      return geteuid() == 0 && told?.status == 0
    }
  }

  /// Runs a script where `D` is the folder of the record, `A` a file with 400 answers, and `portside`
  /// the program.
  static func run(_ script: String, in folder: TemporaryFolder) async throws -> Command.Outcome {
    _ = try folder.subfolder("data")
    let answers = try folder.write(
      String(repeating: "port:22/tcp:number\t22\n", count: 400), to: "answers")
    let beginning = """
      portside() { '\(try ProgramUnderTest.path)' "$@"; }
      export PORTSIDE_DATA='\(folder.file("data"))'
      D=$PORTSIDE_DATA A='\(answers)'

      """
    let told = try await Command(
      "/usr/bin/unshare", ["-m", "/bin/sh", "-c", beginning + script]
    ).run()
    #expect(!told.wasKilled, "\(told)")
    return told
  }
}

/// Whether strace can make calls fail here.
private enum Tracing {
  static var isPossible: Bool {
    get async {
      let script = "strace -f -qqq -o /dev/null -e inject=getppid:error=EIO true"
      let told = try? await Command("/bin/sh", ["-c", script]).run()
      return told?.status == 0
    }
  }
}
