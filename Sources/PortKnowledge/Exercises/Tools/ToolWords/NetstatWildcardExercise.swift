/// What netstat's :::PORT leaves open.
enum NetstatWildcardExercise {
  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let port = draw.service()
    let isLsof = draw.draw.chance(oneIn: 2)
    let shown = isLsof ? "TCP *:\(port) (LISTEN)" : ":::\(port)"
    let rows =
      isLsof
      ? [
        ["COMMAND", "PID", "TYPE", "NODE", "NAME"],
        ["httpd", "4711", "IPv6", "TCP", "*:\(port) (LISTEN)"],
      ]
      : [
        ["Proto", "Recv-Q", "Send-Q", "Local Address", "Foreign Address", "State"],
        ["tcp6", "0", "0", ":::\(port)", ":::*", "LISTEN"],
      ]
    let options = [
      Question.Option(
        "no: :: may take IPv4 too or not; ss would tell", isRight: true,
        explanation: "The line only says that the socket is an IPv6 one on ::. ss prints *:\(port) "
          + "where it takes IPv4 too, and [::]:\(port) where it does not."),
      Question.Option(
        "yes: it takes IPv6 alone", isRight: false,
        explanation:
          "By default Linux sets no IPV6_V6ONLY, so :: usually takes IPv4 too. The line does "
          + "not say."),
      Question.Option(
        "yes: it takes IPv4 and IPv6", isRight: false,
        explanation: "That is the usual case, but with IPV6_V6ONLY the line looks the same."),
      Question.Option(
        "yes: it takes IPv4 alone", isRight: false,
        explanation: isLsof
          ? "TYPE says IPv6, so it is an IPv6 socket. It may take IPv4 as well."
          : "tcp6 and ::: say IPv6. 0.0.0.0:\(port) would be IPv4 alone."),
    ]
    return Exercise(
      question: draw.question(
        id,
        "\(isLsof ? "lsof -iTCP -P -n" : "netstat -tln") on Linux prints this line; some columns are "
          + "left out. Does it say whether IPv4 clients are taken?",
        figure: AlignedRows(texts: rows, gap: 1).lines,
        .chooseOne(draw.draw.shuffle(options)),
        "Only ss tells * (:: with IPv4) from [::] (IPv6 alone). netstat prints ::: and lsof *: for "
          + "both.",
        hints: [
          "The socket is an IPv6 one on the wildcard ::.",
          "Whether :: takes IPv4 too is decided by IPV6_V6ONLY.",
          "Ask whether that option changes anything in this line.",
        ]),
      data: .object(["kind": "netstat-wildcard", "shown": .text(shown), "port": CaseValue(port)]))
  }
}
