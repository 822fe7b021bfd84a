import CLinux
import Glibc

/// Wakes a sleeping ``Poller`` from any thread.
///
/// It owns an eventfd(2), which lives as long as anybody holds the waker, so a late wake-up never
/// hits a stranger's descriptor.
public final class Waker: Sendable {
  let descriptor: Descriptor

  init() throws(SocketError) {
    descriptor = Descriptor(owning: try SystemCall("eventfd").perform { portside_eventfd() })
  }

  /// Wakes the poller; several wake-ups before it looks count as one.
  ///
  /// The corresponding C function is `write`.
  public func wake() {
    let one: UInt64 = 1
    // EAGAIN means that the counter is full, so the poller wakes anyhow; nothing else can happen
    // to eight bytes on a descriptor that this object owns.
    _ = try? SystemCall("write").attempt {
      withUnsafeBytes(of: one) { write(descriptor.number, $0.baseAddress, $0.count) }
    }
  }

  /// Takes all wake-ups so far.
  func drain() {
    var count: UInt64 = 0
    _ = try? SystemCall("read").attempt {
      withUnsafeMutableBytes(of: &count) { read(descriptor.number, $0.baseAddress, $0.count) }
    }
  }
}
