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
    _ name: String, in folder: borrowing Descriptor
  ) throws(SocketError) -> [UInt8] {
    let descriptor = try open(name, in: folder, O_RDONLY)
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
    // fdopendir takes its descriptor over, so it is given one of its own.
    let own = folder.number
    let copy = try SystemCall("fcntl").perform { fcntl(own, F_DUPFD_CLOEXEC, 0) }
    guard let stream = fdopendir(copy) else {
      _ = Descriptor(owning: copy)
      throw SocketError("fdopendir", number: .invalidArgument)
    }
    defer { closedir(stream) }
    var numbers: [Int32] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if let number = Int32(name), number >= 0 { numbers.append(number) }
    }
    return numbers
  }

  /// Where a symbolic link of a folder points, up to 255 bytes; readlinkat(2).
  static func link(_ name: String, in folder: borrowing Descriptor) throws(SocketError) -> String {
    let base = folder.number
    var buffer = [CChar](repeating: 0, count: 255)
    let count = try SystemCall("readlinkat").perform {
      readlinkat(base, name, &buffer, buffer.count)
    }
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
