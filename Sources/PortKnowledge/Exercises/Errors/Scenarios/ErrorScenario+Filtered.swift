extension ErrorScenario {
  /// Situations with other hosts, firewalls, routes or files, which loopback does not show.
  static let filtered: [ErrorScenario] = [
    ErrorScenario("dropped", .easy, dropped),
    ErrorScenario("no-route", .easy, noRoute),
    ErrorScenario("host-off", .medium, hostOff),
    ErrorScenario("rejected-port", .medium, rejectedPort),
    ErrorScenario("rejected-admin", .medium, rejectedAdmin),
    ErrorScenario("rejected-reset", .medium, rejectedReset),
    ErrorScenario("unix-missing", .medium, unixMissing),
    ErrorScenario("unix-stale", .medium, unixStale),
    ErrorScenario("unix-bind-stale", .hard, unixBindStale),
    ErrorScenario("unix-permission", .hard, unixPermission),
    ErrorScenario("broadcast", .hard, broadcast),
    ErrorScenario("output-drop", .hard, outputDrop),
    ErrorScenario("rejected-network", .hard, rejectedNetwork),
  ]

  private static let answerIdea =
    "What comes back for the SYN: a SYN and ACK, a RST, an ICMP message, or nothing?"

  /// connect() to another host, on whose way something stands.
  private static func call(
    _ d: ErrorDraw, setting: String, label: String, line: String, note: String,
    reply: PortProbe.Reply, reason: String, wrong: [(name: String, reason: String)], rule: String
  ) -> ErrorCase {
    var script = ErrorScript()
    script.note(label, line, deciding: note)
    script.ask("C", "connect(\(d.far))", PortProbe.connectOutcome(reply))
    return ErrorCase(
      setting: setting, script: script, reason: reason, wrong: wrong, idea: answerIdea, rule: rule,
      isPlayable: false)
  }

  private static func dropped(_ d: ErrorDraw) -> ErrorCase {
    call(
      d, setting: "C waits as long as Linux tries. What does connect() return in the end?",
      label: "\(d.remote)", line: "its firewall drops TCP to port \(d.port)",
      note: "drop: no answer",
      reply: .silence, reason: "drop answers nothing, so the SYN is sent again and again in vain.",
      wrong: [
        ("ECONNREFUSED", "A refusal needs a RST, or an ICMP message; drop sends none."),
        ("EHOSTUNREACH", "No ICMP message comes back, and the host itself is there."),
        ("EACCES", "The firewall is on the other host, and C learns nothing of it."),
      ],
      rule: "Silence ends in ETIMEDOUT, after about two minutes with Linux's defaults (tcp(7), "
        + "tcp_syn_retries).")
  }

  private static func noRoute(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("host", "192.0.2.1/24, no default route", deciding: "no way out")
    script.ask("C", "connect(\(d.far))", .error("ENETUNREACH"))
    return ErrorCase(
      setting: "The host's cable is in, but its default route is missing.", script: script,
      reason: "The host's own table has no route that leads to \(d.remote).",
      wrong: [
        ("EHOSTUNREACH", "Not even the way to the network is known."),
        ("ETIMEDOUT", "No SYN ever leaves, so there is nothing to wait for."),
        ("ECONNREFUSED", "\(d.remote) is never asked."),
      ], idea: "Can the SYN leave the host at all?",
      rule: "Without a matching route connect() fails at once with ENETUNREACH (connect(2), "
        + "ip(7)).", isPlayable: false)
  }

  private static func hostOff(_ d: ErrorDraw) -> ErrorCase {
    var script = ErrorScript()
    script.note("C's host", "192.0.2.1/24")
    script.note("\(d.host)", "switched off", deciding: "answers no ARP")
    script.ask("C", "connect(\(d.place))", .error("EHOSTUNREACH"))
    return ErrorCase(
      setting: "Both are on one Ethernet. What does C's connect() return after a few seconds?",
      script: script,
      reason: "Nobody answers the ARP requests for \(d.host), so the kernel knows no way to it.",
      wrong: [
        (
          "ETIMEDOUT",
          "Beyond a router it would be that; here ARP shows within seconds that nobody is in."
        ),
        ("ECONNREFUSED", "A host that is off sends no RST."),
        ("ENETUNREACH", "The network 192.0.2.0/24 has a route: the Ethernet itself."),
      ], idea: "What must be found on an Ethernet before a SYN can be sent to a neighbour?",
      rule: "A neighbour that answers no ARP is EHOSTUNREACH after about three seconds "
        + "(measured on Linux).", isPlayable: false)
  }

  private static func rejectedPort(_ d: ErrorDraw) -> ErrorCase {
    call(
      d, setting: "A server listens on \(d.far), behind the host's own firewall.",
      label: "firewall", line: "tcp dport \(d.port) reject", note: "ICMP port unreachable",
      reply: .icmp(.port),
      reason: "nftables' plain reject sends ICMP port unreachable, which Linux reports as refused.",
      wrong: [
        ("ETIMEDOUT", "reject answers; only drop stays silent."),
        ("EHOSTUNREACH", "ICMP says that the port is unreachable, not the host."),
        ("OK", "The server listens, but the SYN never gets to it."),
      ],
      rule: "ICMP type 3 code 3, port unreachable, becomes ECONNREFUSED, like a RST "
        + "(measured on Linux).")
  }

  private static func rejectedAdmin(_ d: ErrorDraw) -> ErrorCase {
    call(
      d, setting: "A server listens on \(d.far), behind a firewall.", label: "firewall",
      line: "dport \(d.port) reject with icmp admin-prohibited", note: "ICMP type 3 code 13",
      reply: .icmp(.adminProhibited),
      reason: "The firewall says that the communication is prohibited; Linux reports the host as "
        + "unreachable.",
      wrong: [
        ("ECONNREFUSED", "That would be a RST or ICMP port unreachable."),
        ("ETIMEDOUT", "The firewall answers; only drop stays silent."),
        ("EACCES", "It sounds alike, but ICMP's prohibited is not about C's rights here."),
      ],
      rule: "ICMP type 3 code 13, administratively prohibited, becomes EHOSTUNREACH (measured on "
        + "Linux).")
  }

  private static func rejectedReset(_ d: ErrorDraw) -> ErrorCase {
    call(
      d, setting: "A server listens on \(d.far), behind a firewall.", label: "firewall",
      line: "tcp dport \(d.port) reject with tcp reset", note: "a RST comes back", reply: .rst,
      reason: "The firewall answers with a RST, just as a host does where nothing listens.",
      wrong: [
        ("ECONNRESET", "There was no connection yet that a RST could end."),
        ("ETIMEDOUT", "The firewall answers at once."),
        ("EHOSTUNREACH", "That would need an ICMP message, not a RST."),
      ],
      rule: "A RST in answer to a SYN is ECONNREFUSED, whoever sends it (RFC 9293, section "
        + "3.5.2).")
  }

  static func rejectedNetwork(_ d: ErrorDraw) -> ErrorCase {
    call(
      d, setting: "A router on the way to \(d.far) has no route to that network.",
      label: "router", line: "answers with ICMP type 3 code 0", note: "net unreachable",
      reply: .icmp(.network),
      reason: "Code 0 says that the network is unreachable, and so does Linux.",
      wrong: [
        ("EHOSTUNREACH", "That is what code 1 would say, host unreachable."),
        ("ECONNREFUSED", "That is what code 3 would say, port unreachable."),
        ("ETIMEDOUT", "The router answers, so nobody waits for the end."),
      ],
      rule: "ICMP type 3 code 0 becomes ENETUNREACH, code 1 EHOSTUNREACH (RFC 1122, section "
        + "3.2.2.1; measured).")
  }
}
