import Glibc
import PortKnowledge
import Sockets
import SystemPackage
import Testing

/// What errors say.
@Suite struct ErrorTests {
  @Test func anErrorNamesTheOperationTheEndpointAndTheReason() {
    let error = SocketError(
      "bind", endpoint: Endpoint(.loopback, 80), number: .permissionDenied)
    #expect(error.summary == "bind 127.0.0.1:80: permission denied (EACCES)")
    #expect(error.description.contains("Choose a port of 1024 or more."))
    let v6 = SocketError("connect", endpoint: Endpoint(.loopback6, 1), number: .connectionRefused)
    #expect(v6.summary == "connect [::1]:1: connection refused (ECONNREFUSED)")
    #expect(SocketError("listen", number: .invalidArgument).advice == nil)
  }

  @Test func theTwoLimitsOfDescriptorsAreToldApart() {
    let ofTheProcess = SocketError("socket", number: Errno(rawValue: EMFILE))
    #expect(ofTheProcess.advice?.contains("This process") == true)
    let ofTheMachine = SocketError("socket", number: Errno(rawValue: ENFILE))
    #expect(ofTheMachine.advice?.contains("The whole machine") == true)
  }

  @Test func anUnknownNumberSurvives() {
    let number = Errno(rawValue: 4095)
    #expect(number.name == "errno 4095")
    #expect(number.meaning == "unknown error")
    #expect(SocketError("socket", number: number).description.contains("errno 4095"))
  }

  @Test(arguments: [
    (Errno.addressInUse, "EADDRINUSE"), (.connectionRefused, "ECONNREFUSED"),
    (.wouldBlock, "EAGAIN"), (.nowInProgress, "EINPROGRESS"), (.timedOut, "ETIMEDOUT"),
    (.tooManyOpenFiles, "EMFILE"), (.tooManyOpenFilesInSystem, "ENFILE"),
    (.noBufferSpace, "ENOBUFS"),
  ])
  func namesAreTheOnesInTheManPages(_ number: Errno, _ name: String) {
    #expect(number.name == name)
  }
}
