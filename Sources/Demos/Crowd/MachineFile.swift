import Glibc

/// Small text files of `/proc`.
enum MachineFile {
  /// The lines of a file; none where it cannot be read.
  static func lines(_ path: String) -> [String] {
    guard let file = fopen(path, "re") else { return [] }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 4096)
    var lines: [String] = []
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      lines.append(String(decoding: bytes.filter { $0 != 0x0A }, as: UTF8.self))
    }
    return lines
  }
}
