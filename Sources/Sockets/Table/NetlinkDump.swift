import Glibc
import SystemPackage

/// One reading of one table through netlink, from the first datagram to the last.
struct NetlinkDump {
  /// Whether the table changed under the reading or messages were lost.
  private(set) var wasDisturbed = false
  /// Whether the kernel does not know the table: it was built without that protocol or family.
  private(set) var isUnknown = false

  /// How often a disturbed reading is repeated.
  static let repeats = 3
  /// Room for one datagram: the kernel fills at most 32 KiB.
  private static let bufferSize = 65_536

  /// Reads an answer to its end.
  ///
  /// `take` gets the body of each message that describes a socket and says whether it is whole.
  init(
    from source: any DatagramSource, take: (UnsafeRawBufferPointer) -> Bool
  ) throws(SocketError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.bufferSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count: Int
      do throws(SocketError) {
        count = try source.receive(into: buffer)
      } catch {
        guard error.number == .noBufferSpace else { throw error }
        wasDisturbed = true
        return
      }
      let messages = DiagMessages(UnsafeRawBufferPointer(rebasing: buffer[..<count]), take: take)
      if messages.wasInterrupted { wasDisturbed = true }
      // What is empty cannot end, and neither can what is cut off.
      if messages.isMalformed || count == 0 {
        wasDisturbed = true
        return
      }
      switch messages.ending {
      case .more: continue
      case .done: return
      case .failed(.noBufferSpace):
        wasDisturbed = true
        return
      case .failed(.noSuchFileOrDirectory):
        isUnknown = true
        return
      case .failed(let number): throw SocketError("read the socket table", number: number)
      }
    }
  }
}
