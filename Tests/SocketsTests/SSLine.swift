import Foundation
import PortKnowledge
import Sockets

/// A row with the columns of `ss -tunape`, each as text, whoever read it.
struct SSLine: Hashable, CustomStringConvertible {
  var transport: String
  var state: String
  var receiveQueue: String
  var sendQueue: String
  var local: String
  var remote: String
  var owners: Set<String>
  var inode: String
  var userID: String

  /// What `ss -tunapeH` prints, split into its columns; nil for a line of another form.
  init?(_ text: some StringProtocol) {
    let words = text.split(separator: " ")
    guard words.count >= 6 else { return nil }
    transport = String(words[0])
    state = String(words[1])
    receiveQueue = String(words[2])
    sendQueue = String(words[3])
    // A dual-stack socket's wildcard is printed without its family.
    local = words[4].hasPrefix("*:") ? "[::]" + words[4].dropFirst() : String(words[4])
    remote = words[5].hasPrefix("*:") ? "[::]" + words[5].dropFirst() : String(words[5])
    func value(_ name: String) -> String? {
      words.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    }
    inode = value("ino:") ?? "0"
    userID = value("uid:") ?? "0"
    owners = Set(
      (value("users:") ?? "").matches(of: /\("([^"]*)",pid=(\d+),fd=(\d+)\)/).map {
        "\($0.output.1) \($0.output.2) \($0.output.3)"
      })
  }

  /// The same columns of one of our rows.
  init(_ row: SocketRow) {
    func text(_ end: Endpoint) -> String {
      let host = end.address.isIPv6 ? "[\(end.address)]" : "\(end.address)"
      return end.port == 0 ? "\(host):*" : "\(host):\(end.port)"
    }
    transport = row.transport.rawValue
    state = row.stateName
    receiveQueue = "\(row.receiveQueue)"
    sendQueue = "\(row.sendQueue)"
    local = text(row.local)
    remote = text(row.remote)
    owners = Set(row.owners.map { "\($0.name) \($0.processID) \($0.descriptor)" })
    inode = "\(row.inode)"
    userID = "\(row.userID)"
  }

  var description: String {
    "\(transport) \(state) \(receiveQueue) \(sendQueue) \(local) \(remote) \(owners) \(inode) \(userID)"
  }
}

/// The real ss.
enum SS {
  /// Whether it is installed.
  static let isInstalled = (try? lines(["-V"])) != nil

  /// What it prints, line by line.
  static func lines(_ arguments: [String]) throws -> [Substring] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["ss"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableNotLoadable) }
    return String(decoding: data, as: UTF8.self).split(separator: "\n")
  }
}
