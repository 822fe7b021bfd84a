import Glibc

/// The lines of a plain file, read a piece at a time.
public struct InputFile: ~Copyable {
  /// What the file is called.
  public let path: String
  /// How many line ends it has.
  public private(set) var lineEnds = 0

  private let descriptor: CInt
  private let largest: Int64
  private static let pieceSize = 1 << 18

  /// Opens a plain file; a pipe or a device might never end.
  ///
  /// - Parameters:
  ///   - path: Its path; links are followed.
  ///   - largest: The most bytes it may have.
  /// - Throws: ``ExchangeFault``.
  public init(_ path: String, largest: Int64) throws(ExchangeFault) {
    self.path = path
    self.largest = largest
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw ExchangeFault(file: path, "the file cannot be read (\(systemWords(errno))).")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ExchangeFault(file: path, "this is no plain file; name one.")
    }
    guard status.st_size <= largest else {
      throw ExchangeFault(file: path, "the file is larger than \(largest >> 20) MiB.")
    }
    try countLineEnds()
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Hands out each line without its end.
  ///
  /// - Parameters:
  ///   - longest: The most bytes of a line that are kept; of a longer one so many and one more are
  ///     handed out.
  ///   - body: Is called for each line.
  /// - Throws: ``ExchangeFault`` where the file cannot be read, or what the body throws.
  public borrowing func forEachLine(
    longest: Int, _ body: (ArraySlice<UInt8>) throws(ExchangeFault) -> Void
  ) throws(ExchangeFault) {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw failure }
    var rest: [UInt8] = []
    try forEachPiece { piece throws(ExchangeFault) in
      var start = piece.startIndex
      while let end = piece[start...].firstIndex(of: 0x0A) {
        if rest.isEmpty {
          try body(piece[start..<end])
        } else {
          rest.append(contentsOf: piece[start..<end].prefix(longest + 1 - rest.count))
          try body(rest[...])
          rest = []
        }
        start = end + 1
      }
      rest.append(contentsOf: piece[start...].prefix(longest + 1 - rest.count))
    }
    if !rest.isEmpty { try body(rest[...]) }
  }

  private mutating func countLineEnds() throws(ExchangeFault) {
    var count = 0
    try forEachPiece { piece throws(ExchangeFault) in
      for byte in piece where byte == 0x0A { count += 1 }
    }
    lineEnds = count
  }

  private borrowing func forEachPiece(
    _ body: (ArraySlice<UInt8>) throws(ExchangeFault) -> Void
  ) throws(ExchangeFault) {
    var piece = [UInt8](repeating: 0, count: Self.pieceSize)
    var total: Int64 = 0
    while true {
      let count = piece.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure }
      if count == 0 { return }
      total += Int64(count)
      // It may grow while it is read.
      guard total <= largest else {
        throw ExchangeFault(file: path, "the file is larger than \(largest >> 20) MiB.")
      }
      try body(piece[..<count])
    }
  }

  private var failure: ExchangeFault {
    ExchangeFault(file: path, "the file cannot be read (\(systemWords(errno))).")
  }
}
