extension Service {
  /// Why it uses the transport it uses, in a sentence.
  var transportReason: String {
    if let reason = Self.transportReasons[port], port != 514 { return reason }
    return switch transports {
    case .tcp: "\(commonName) needs every byte, once and in order, so it uses TCP."
    case .udp: "\(commonName) sends single datagrams and needs no connection, so it uses UDP."
    case .both: "\(commonName) is offered over both."
    }
  }

  private static let transportReasons: [PortNumber: String] = [
    7: "Echo is defined for both (RFC 862).",
    13: "Daytime is defined for both (RFC 867).",
    53: "Most lookups go over UDP; large answers and zone transfers need TCP. Servers must offer "
      + "both (RFC 7766).",
    67: "The client has no address yet, so there can be no connection: DHCP sends datagrams.",
    68: "The client has no address yet, so there can be no connection: DHCP sends datagrams.",
    69: "TFTP sends block by block and confirms each one by itself, so it gets by with UDP.",
    88: "Kerberos servers must offer both: UDP suits short messages, TCP long ones (RFC 4120).",
    111: "Programs with RPC use either transport, so they are asked for over both.",
    123: "One datagram each way is enough for the time, and a connection would only add delay.",
    161: "SNMP asks short questions, and the manager repeats what gets no answer, so it uses UDP.",
    162: "A trap is a single datagram that expects no answer.",
    179: "BGP keeps a session open for days and leaves order and repetition to TCP (RFC 4271).",
    443: "TCP carries HTTP/1.1 and HTTP/2, UDP carries HTTP/3, which runs over QUIC (RFC 9114).",
    464: "Password changes go over either transport (RFC 3244).",
    500: "IKE sends datagrams and repeats its own requests (RFC 7296).",
    520: "RIP sends its routes to all neighbours at once, which only datagrams can do.",
    546: "The client asks all servers on the link at once by multicast, which TCP cannot do.",
    853: "DNS over TLS uses TCP (RFC 7858), DNS over QUIC uses UDP (RFC 9250).",
    1194: "OpenVPN's default is UDP: the connections inside the tunnel repair losses themselves.",
    1434: "One question and one answer, a datagram each: which port the instance has.",
    1723: "PPTP's control connection uses TCP; the data itself travels in GRE, which has no ports.",
    1812: "RADIUS repeats its own requests, so it uses UDP (RFC 2865).",
    3389: "RDP begins over TCP and can add UDP for the picture.",
    3478: "STUN and TURN are defined for both (RFC 8489).",
    4500: "IKE and ESP are wrapped in UDP, since a NAT can translate that.",
    5060: "SIP is defined for both, and everything that speaks SIP must offer both (RFC 3261).",
    5349: "TLS runs over TCP, DTLS over UDP, and STUN is defined for both (RFC 8489).",
    5353: "mDNS asks everybody on the link at once by multicast, which TCP cannot do.",
    8125: "Losing a metric does no harm; waiting for a confirmation would.",
    8600: "It is DNS, so it is offered over both.",
    22000: "Syncthing uses TCP, and QUIC over UDP.",
    27015: "The game runs over UDP, remote administration over TCP.",
    33434: "traceroute sends single UDP datagrams, to which the routers on the way answer by ICMP.",
    51820: "WireGuard sends every packet of the tunnel in a UDP datagram and knows nothing else.",
    64738: "Mumble sends voice over UDP, where nothing waits for what was lost, the rest over TCP.",
  ]
}
