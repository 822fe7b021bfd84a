/// Where the datagrams that answer a dump come from: the kernel, or a test in its place.
protocol DatagramSource: AnyObject {
  /// Writes the next datagram into the buffer and returns its length.
  ///
  /// One that does not fit is lost, which is ENOBUFS, as where the kernel lost it.
  func receive(into buffer: UnsafeMutableRawBufferPointer) throws(SocketError) -> Int
}
