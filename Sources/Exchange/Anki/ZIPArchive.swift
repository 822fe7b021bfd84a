/// A ZIP archive whose entries are stored as they are (PKWARE APPNOTE 6.3, method 0).
///
/// Entries have the earliest time that the format knows, so the same entries give the same bytes.
struct ZIPArchive {
  /// A file of the archive.
  struct Entry {
    /// Its name, in ASCII.
    let name: String
    /// Its content, less than 4 GiB.
    let bytes: [UInt8]
  }

  /// The archive's bytes.
  private(set) var bytes: [UInt8] = []
  private var directory: [UInt8] = []

  /// An archive of some entries, fewer than 65,536.
  init(_ entries: [Entry]) {
    for entry in entries { add(entry) }
    let start = bytes.count
    bytes += directory
    append(0x0605_4B50, 4, to: &bytes)
    append(0, 4, to: &bytes)
    append(entries.count, 2, to: &bytes)
    append(entries.count, 2, to: &bytes)
    append(directory.count, 4, to: &bytes)
    append(start, 4, to: &bytes)
    append(0, 2, to: &bytes)
  }

  private mutating func add(_ entry: Entry) {
    // Version 1.0, no flags, stored, 1980-01-01 00:00, checksum, both sizes, lengths of the name and
    // of nothing else.
    var header: [UInt8] = []
    for (value, width) in [(10, 2), (0, 2), (0, 2), (0, 2), (0x21, 2)] {
      append(value, width, to: &header)
    }
    append(Int(CRC32.checksum(entry.bytes)), 4, to: &header)
    append(entry.bytes.count, 4, to: &header)
    append(entry.bytes.count, 4, to: &header)
    append(entry.name.utf8.count, 2, to: &header)
    append(0, 2, to: &header)

    append(0x0201_4B50, 4, to: &directory)
    append(10, 2, to: &directory)
    directory += header
    // No comment, first disk, no attributes, and where the entry begins.
    for (value, width) in [(0, 2), (0, 2), (0, 2), (0, 4), (bytes.count, 4)] {
      append(value, width, to: &directory)
    }
    directory += entry.name.utf8

    append(0x0403_4B50, 4, to: &bytes)
    bytes += header
    bytes += entry.name.utf8
    bytes += entry.bytes
  }

  /// Appends a number, its lowest byte first.
  private func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
    for place in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
  }
}
