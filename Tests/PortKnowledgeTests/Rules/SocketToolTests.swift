import PortKnowledge
import Testing

@Suite("The words of the tools")
struct SocketToolTests {
  @Test(
    "name the states of TCP",
    arguments: [
      (TCPState.established, "ESTAB", "ESTABLISHED", "01", "established"),
      (.synSent, "SYN-SENT", "SYN_SENT", "02", "syn-sent"),
      (.synReceived, "SYN-RECV", "SYN_RECV", "03", "syn-recv"),
      (.finWait1, "FIN-WAIT-1", "FIN_WAIT1", "04", "fin-wait-1"),
      (.finWait2, "FIN-WAIT-2", "FIN_WAIT2", "05", "fin-wait-2"),
      (.timeWait, "TIME-WAIT", "TIME_WAIT", "06", "time-wait"),
      (.closed, "UNCONN", "CLOSE", "07", "closed"),
      (.closeWait, "CLOSE-WAIT", "CLOSE_WAIT", "08", "close-wait"),
      (.lastAck, "LAST-ACK", "LAST_ACK", "09", "last-ack"),
      (.listen, "LISTEN", "LISTEN", "0A", "listening"),
      (.closing, "CLOSING", "CLOSING", "0B", "closing"),
    ])
  func states(state: TCPState, ss: String, netstat: String, proc: String, filter: String) {
    #expect(SocketTool.ss.name(of: state) == ss)
    #expect(SocketTool.netstat.name(of: state) == netstat)
    #expect(SocketTool.procNet.name(of: state) == proc)
    #expect(SocketTool.ssFilter.name(of: state) == filter)
  }

  @Test(
    "write the local side",
    arguments: [
      (ListedSocket(listener: Endpoint(.any, 80)), "0.0.0.0:80", "0.0.0.0:80", "00000000:0050"),
      (
        ListedSocket(listener: Endpoint(.any6, 80)), "*:80", ":::80",
        "00000000000000000000000000000000:0050"
      ),
      (
        ListedSocket(listener: Endpoint(.loopback6, 80)), "[::1]:80", "::1:80",
        "00000000000000000000000001000000:0050"
      ),
    ])
  func locals(socket: ListedSocket, ss: String, netstat: String, proc: String) {
    #expect(SocketTool.ss.local(socket) == ss)
    #expect(SocketTool.netstat.local(socket) == netstat)
    #expect(SocketTool.procNet.local(socket) == proc)
    #expect(SocketTool.ssFilter.local(socket) == nil)
    #expect(SocketTool.netstat.peer(socket)?.hasSuffix(":*") == true)
  }
}
