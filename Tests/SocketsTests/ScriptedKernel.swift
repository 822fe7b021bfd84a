import PortKnowledge
import SystemPackage

@testable import Sockets

/// Stands in the kernel's place and answers each dump as it was told.
final class ScriptedKernel {
  /// One thing that a dump gets from `recv`.
  enum Step {
    /// A datagram.
    case datagram([UInt8])
    /// An error.
    case failure(Errno)
  }

  /// An answer: what `recv` gives, step by step.
  final class Answer: DatagramSource {
    private var steps: [Step]

    init(_ steps: [Step]) {
      self.steps = steps
    }

    func receive(into buffer: UnsafeMutableRawBufferPointer) throws(SocketError) -> Int {
      // A dump that asks for more than there is would wait in vain.
      guard !steps.isEmpty else { throw SocketError("recv", number: .timedOut) }
      switch steps.removeFirst() {
      case .datagram(let bytes):
        guard bytes.count <= buffer.count else {
          throw SocketError("recv", number: .noBufferSpace)
        }
        buffer.copyBytes(from: bytes)
        return bytes.count
      case .failure(let number): throw SocketError("recv", number: number)
      }
    }
  }

  /// The requests that came, in their order.
  private(set) var requests: [DiagRequest] = []
  /// The answers to the requests for IPv4 TCP, the last again and again; others get an empty table.
  private let answers: [[Step]]
  /// The error with which the netlink socket itself is refused.
  private let refusal: Errno?
  private let subject: DiagRequest

  init(
    _ answers: [[Step]], to subject: DiagRequest = .inet(.tcp, .ipv4), refusal: Errno? = nil
  ) {
    self.answers = answers
    self.subject = subject
    self.refusal = refusal
  }

  /// How often the table in question was asked for.
  var attempts: Int { requests.count { $0 == subject } }

  func open(_ request: DiagRequest) throws(SocketError) -> any DatagramSource {
    if let refusal { throw SocketError("socket", number: refusal) }
    requests.append(request)
    guard request == subject, !answers.isEmpty else { return Answer([.datagram(DiagBytes.done())]) }
    return Answer(answers[min(attempts, answers.count) - 1])
  }
}
