import Glibc
import SystemPackage

/// Files and folders of `/proc`, read through the funnel.
enum ProcFile {
  private static let chunk = 65_536

  /// A whole file; open(2) and read(2).
  static func read(_ path: String) throws(SocketError) -> [UInt8] {
    let descriptor = Descriptor(
      owning: try SystemCall("open").perform { Glibc.open(path, O_RDONLY | O_CLOEXEC) })
    return try readAll(descriptor)
  }

  /// A whole file of a folder that is open.
  static func read(
    _ name: String, in folder: Int32
  ) throws(SocketError) -> [UInt8] {
    let descriptor = Descriptor(
      owning: try SystemCall("openat").perform { openat(folder, name, O_RDONLY | O_CLOEXEC) })
    return try readAll(descriptor)
  }

  /// Opens a file or folder of a folder that is open.
  static func open(
    _ name: String, in folder: borrowing Descriptor, _ flags: Int32
  ) throws(SocketError) -> Descriptor {
    let base = folder.number
    return Descriptor(
      owning: try SystemCall("openat").perform { openat(base, name, flags | O_CLOEXEC) })
  }

  /// Opens a folder so that files below it can be reached through it.
  static func openFolder(_ path: String) throws(SocketError) -> Descriptor {
    Descriptor(
      owning: try SystemCall("open").perform {
        Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      })
  }

  private static func readAll(_ descriptor: borrowing Descriptor) throws(SocketError) -> [UInt8] {
    let number = descriptor.number
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = try SystemCall("read").perform { Glibc.read(number, &buffer, chunk) }
      if count == 0 { return all }
      all += buffer.prefix(count)
    }
  }

  /// The names in a folder that are decimal numbers: processes in `/proc`, descriptors in `fd`.
  static func numbers(in folder: borrowing Descriptor) throws(SocketError) -> [Int32] {
    var numbers: [Int32] = []
    try forEachNumber(in: folder) { number, _ in numbers.append(number) }
    return numbers
  }

  /// Hands over each name in a folder that is a decimal number, as a number and as C text.
  ///
  /// A folder is listed once only: its descriptor is at its end afterwards.
  static func forEachNumber(
    in folder: borrowing Descriptor, _ body: (Int32, UnsafePointer<CChar>) -> Void
  ) throws(SocketError) {
    // fdopendir takes its descriptor over, so it is given one of its own.
    let own = folder.number
    let copy = try SystemCall("fcntl").perform { fcntl(own, F_DUPFD_CLOEXEC, 0) }
    guard let stream = fdopendir(copy) else {
      _ = Descriptor(owning: copy)
      throw SocketError("fdopendir", number: .invalidArgument)
    }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee))
        { name in
          if let number = number(name) { body(number, name) }
        }
      }
    }
  }

  /// The number that a name is in decimal digits and nothing else.
  private static func number(_ name: UnsafePointer<CChar>) -> Int32? {
    var value: Int32 = 0
    var index = 0
    while case let byte = UInt8(bitPattern: name[index]), byte != 0 {
      guard (0x30...0x39).contains(byte), index < 9 else { return nil }
      value = value * 10 + Int32(byte - 0x30)
      index += 1
    }
    return index > 0 ? value : nil
  }
}
