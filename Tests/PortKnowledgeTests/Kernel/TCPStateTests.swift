import PortKnowledge
import Testing

@Suite("A TCP state's names")
struct TCPStateTests {
  /// State, `st` in /proc, netstat, ss and RFC 9293, taken from the sources named at each property.
  private static let table: [(TCPState, String, String, String, String)] = [
    (.established, "01", "ESTABLISHED", "ESTAB", "ESTABLISHED"),
    (.synSent, "02", "SYN_SENT", "SYN-SENT", "SYN-SENT"),
    (.synReceived, "03", "SYN_RECV", "SYN-RECV", "SYN-RECEIVED"),
    (.finWait1, "04", "FIN_WAIT1", "FIN-WAIT-1", "FIN-WAIT-1"),
    (.finWait2, "05", "FIN_WAIT2", "FIN-WAIT-2", "FIN-WAIT-2"),
    (.timeWait, "06", "TIME_WAIT", "TIME-WAIT", "TIME-WAIT"),
    (.closed, "07", "CLOSE", "UNCONN", "CLOSED"),
    (.closeWait, "08", "CLOSE_WAIT", "CLOSE-WAIT", "CLOSE-WAIT"),
    (.lastAck, "09", "LAST_ACK", "LAST-ACK", "LAST-ACK"),
    (.listen, "0A", "LISTEN", "LISTEN", "LISTEN"),
    (.closing, "0B", "CLOSING", "CLOSING", "CLOSING"),
  ]

  @Test("are those of /proc, netstat, ss and the RFC, for each of the eleven")
  func names() {
    #expect(TCPState.all == Self.table.map(\.0))
    for (state, hex, netstat, ss, rfc) in Self.table {
      #expect(state.procHex == hex)
      #expect(state.netstatName == netstat)
      #expect(state.ssName == ss)
      #expect(state.rfcName == rfc)
    }
  }

  @Test("differ from state to state")
  func distinct() {
    #expect(TCPState.all.map(\.rawValue) == Array(1...11))
    for names in [
      TCPState.all.map(\.procHex), TCPState.all.map(\.netstatName), TCPState.all.map(\.ssName),
      TCPState.all.map(\.rfcName),
    ] {
      #expect(Set(names).count == 11)
    }
  }

  @Test("make the kernel's inner half-open state the usual one")
  func halfOpen() {
    let state = TCPState.newSynReceived
    #expect(!TCPState.all.contains(state))
    #expect(state.procHex == "03" && state.netstatName == "SYN_RECV")
    #expect(state.ssName == "SYN-RECV" && state.rfcName == "SYN-RECEIVED")
  }

  @Test("keep a number that no one knows")
  func unknown() {
    let state = TCPState(rawValue: 200)
    #expect(state.procHex == "C8" && state.netstatName == "UNKNOWN")
    #expect(state.ssName == "STATE-200" && state.rfcName == "STATE-200")
  }
}
