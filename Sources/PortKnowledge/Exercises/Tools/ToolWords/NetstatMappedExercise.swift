/// A row of netstat with the protocol tcp6 and plain IPv4 addresses.
enum NetstatMappedExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let port = draw.service()
    let machine = draw.machine()
    let client = draw.client()
    let socket = ListedSocket(
      .established, local: Endpoint(machine, port).mapped, remote: client.mapped)
    let tool = SocketTool.netstat
    let rows = [
      ["Proto", "Local Address", "Foreign Address", "State"],
      ["tcp6", tool.local(socket) ?? "", tool.peer(socket) ?? "", "ESTABLISHED"],
    ]
    let options = [
      Question.Option(
        "an IPv4 client of an IPv6 socket on ::", isRight: true,
        explanation:
          "The socket belongs to IPv6, but its peer is \(client.address), mapped. ss prints "
          + "[::ffff:\(client.address)]:\(client.port)."),
      Question.Option(
        "an IPv6 connection, with shortened addresses", isRight: false,
        explanation:
          "The addresses are IPv4 ones in full. netstat takes the ::ffff: away from mapped "
          + "addresses."),
      Question.Option(
        "an IPv4 socket; tcp6 is a mistake", isRight: false,
        explanation:
          "tcp6 says that the row stands in the kernel's IPv6 table, /proc/net/tcp6. An IPv4 "
          + "socket would have tcp."),
      Question.Option(
        "a tunnel that carries IPv4 in IPv6", isRight: false,
        explanation: "No tunnel is needed: a dual-stack socket on :: takes IPv4 clients directly."),
    ]
    return Exercise(
      question: draw.question(
        id,
        "netstat -tn on Linux prints this row; the queues are left out. What is it?",
        figure: AlignedRows(texts: rows).lines,
        .chooseOne(draw.draw.shuffle(options)),
        "tcp6 with IPv4 addresses: an IPv6 socket that takes IPv4 too. ss shows the mapped addresses "
          + "as they are, netstat only the IPv4 part.",
        hints: [
          "The first column says in which table of the kernel the row stands.",
          "An IPv6 socket on :: may have IPv4 clients; their addresses are mapped: ::ffff:a.b.c.d.",
          "ss prints the local side as [::ffff:\(machine)]:\(port).",
        ]),
      data: .object([
        "kind": "netstat-mapped", "local": CaseValue(socket.row.local),
        "peer": CaseValue(socket.row.remote),
      ]))
  }
}
