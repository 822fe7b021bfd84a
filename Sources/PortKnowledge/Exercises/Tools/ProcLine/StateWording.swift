/// What the states of a line mean, in a few words.
enum StateWording {
  /// Half a sentence about a state.
  static func meaning(_ state: TCPState) -> String {
    switch state {
    case .listen: "a socket that waits for clients"
    case .established: "an open connection"
    case .timeWait: "both sides have closed, this one first"
    case .closeWait: "the peer has closed, the program here has not"
    case .finWait2: "this side has closed, and the peer has acknowledged it"
    case .synSent: "a SYN is sent and not answered"
    default: "state \(state.rawValue)"
    }
  }

  /// A hint at a state that does not name it.
  static func hint(_ state: TCPState) -> String {
    switch state {
    case .listen: "0A is 10 in decimal, the last but one. The line has no peer either."
    case .established: "01 is the first number, for the state in which data flow."
    case .timeWait: "06 comes after the two states of a side that closes first: it is their end."
    case .closeWait: "08 belongs to the side that has received a FIN and not sent its own."
    case .finWait2: "05 is the second state of the side that has sent its FIN first."
    default: "Count from 01, the open connection."
    }
  }
}
