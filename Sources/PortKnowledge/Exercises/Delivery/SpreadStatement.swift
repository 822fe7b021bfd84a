/// A sentence about a group of sockets that share a port, with its truth and its reason.
struct SpreadStatement {
  let text: String
  let isTrue: Bool
  let reason: String

  /// What can be said about a group of TCP listeners.
  static func all(_ scene: SpreadScene) -> [SpreadStatement] {
    let members = scene.members
    return [
      .init(
        text: "connections of one host may go to several members", isTrue: true,
        reason: "Each connection of a host has a source port of its own, and the port is part of "
          + "the hash."),
      .init(
        text: "a member that closes resets what it has waiting", isTrue: true,
        reason: "By default (net.ipv4.tcp_migrate_req = 0) the connections in a closed listener's "
          + "queue are reset."),
      .init(
        text: "a member with a full queue still gets SYNs", isTrue: true,
        reason: "The hash knows nothing of queues. The full member drops those SYNs, though others "
          + "have room."),
      .init(
        text: "all members belong to one user", isTrue: true,
        reason: "bind() of another user fails with EADDRINUSE, so nobody can take a part of "
          + "somebody else's clients."),
      .init(
        text: "each segment of a connection reaches its own socket", isTrue: true,
        reason: "Once accepted, a connection is found by both its ends. The group is asked only "
          + "for a SYN."),
      .init(
        text: "the members take turns, so all get equally many", isTrue: false,
        reason: "A hash decides, not a counter: of 100 clients each of \(members) gets about "
          + "\(100 / members), hardly ever just that."),
      .init(
        text: "the member with the shortest queue is chosen", isTrue: false,
        reason: "Queues are not looked at. A hash of addresses and ports decides."),
      .init(
        text: "the last one bound gets every connection", isTrue: false,
        reason: "That is how UDP sockets with SO_REUSEADDR alone behave. Here a hash spreads."),
      .init(
        text: "what waits at a closing member moves to another", isTrue: false,
        reason: "It is reset. Only net.ipv4.tcp_migrate_req = 1 would move it, and the default is "
          + "0."),
      .init(
        text: "a listener without the option may join later", isTrue: false,
        reason: "Each member needs SO_REUSEPORT. Without it, bind() fails with EADDRINUSE."),
      .init(
        text: "a listener on 0.0.0.0 with the option is a member", isTrue: false,
        reason: "It may bind, but 0.0.0.0 is another address than \(scene.address), and the exact "
          + "address comes first."),
    ]
  }
}
