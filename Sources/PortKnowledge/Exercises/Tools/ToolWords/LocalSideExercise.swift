/// How another tool writes the local side of a listener.
enum LocalSideExercise {
  private enum Shape: CaseIterable {
    case any
    case dual
    case ipv6Only
    case loopback
    case loopback6
  }

  static func made(_ id: String, _ draw: inout ToolDraw) -> Exercise {
    let port = draw.service()
    let shape = draw.draw.pick(Shape.allCases, else: .dual)
    let listener = listener(shape, port)
    let ss = SSListing.local(listener)
    let right = SocketTool.netstat.local(listener) ?? ss
    let other = shape == .loopback ? "127.0.0.1.\(port)" : "*.\(port)"
    var seen: Set<String> = [right]
    let wrong = [
      (ss, "That is how ss writes it. netstat knows neither brackets nor a star for an address."),
      (":::\(port)", "::: is the IPv6 wildcard :: with the colon before the port."),
      ("0.0.0.0:\(port)", "0.0.0.0 would be the wildcard of IPv4 alone."),
      (other, "The dot before the port is macOS."),
      ("[::]:\(port)", "netstat on Linux prints no brackets."),
    ].filter { seen.insert($0.0).inserted }.prefix(4)
    let options =
      [
        Question.Option(
          right, isRight: true, explanation: "\(ss) in ss is \(right) in netstat.\(note(shape))")
      ]
      + wrong.map {
        Question.Option(
          $0.0, isRight: false, explanation: "\($0.1) Here it is \(right).\(note(shape))")
      }
    return Exercise(
      question: draw.question(
        id,
        "ss -tln prints a listener with the local side \(ss). What does netstat -tln on Linux print "
          + "for it?",
        .chooseOne(draw.draw.shuffle(options)),
        "netstat (net-tools) writes address, colon, port: the wildcards are 0.0.0.0 and ::, and it uses "
          + "no brackets and no star for an address.",
        hints: [
          "netstat writes the bare address, a colon and the port.",
          "Its wildcards are 0.0.0.0 for IPv4 and :: for IPv6, whether or not the socket takes IPv4.",
          hint(shape),
        ]),
      data: .object(["kind": "local-side", "ss": .text(ss), "netstat": .text(right)]))
  }

  private static func listener(_ shape: Shape, _ port: PortNumber) -> ListedSocket {
    switch shape {
    case .any: ListedSocket(listener: Endpoint(.any, port))
    case .dual: ListedSocket(listener: Endpoint(.any6, port))
    case .ipv6Only: ListedSocket(listener: Endpoint(.any6, port), isIPv6Only: true)
    case .loopback: ListedSocket(listener: Endpoint(.loopback, port))
    case .loopback6: ListedSocket(listener: Endpoint(.loopback6, port))
    }
  }

  private static func note(_ shape: Shape) -> String {
    switch shape {
    case .dual: " The star of ss is :: that takes IPv4 too."
    case .ipv6Only: " The brackets of ss say: :: for IPv6 alone."
    default: ""
    }
  }

  private static func hint(_ shape: Shape) -> String {
    switch shape {
    case .any: "The socket is bound to the IPv4 wildcard."
    case .dual, .ipv6Only: "The socket is bound to the IPv6 wildcard, which is two colons."
    case .loopback: "The socket is bound to an IPv4 address, which both write alike."
    case .loopback6: "The address is ::1, and the brackets fall away."
    }
  }
}
