extension ServiceTable {
  /// Further ports below 1024.
  static let extendedSystem: [Service] = [
    Service(
      0, .both, .extended, "Port 0",
      purpose: "reserved; a program that binds to 0 lets the kernel choose a port",
      confusion: "No service can use it; on Linux a TCP connect() to port 0 is refused"),
    Service(
      1, .tcp, .extended, "TCPMUX", iana: "tcpmux",
      purpose: "asks for a service by its name",
      confusion: "Historic"),
    Service(
      7, .both, .extended, "Echo", iana: "echo",
      purpose: "sends back what it receives",
      secure: "disable it",
      confusion: "7 echoes, 9 discards"),
    Service(
      9, .both, .extended, "Discard", iana: "discard", aliases: ["sink", "null"],
      purpose: "throws away what it receives; Wake-on-LAN often uses 9/udp",
      secure: "disable it",
      confusion: "7 echoes, 9 discards"),
    Service(
      13, .both, .extended, "Daytime", iana: "daytime",
      purpose: "date and time as text",
      secure: "NTP (123)",
      confusion: "13 is text, 37 a binary number, 123 is NTP"),
    Service(
      17, .both, .extended, "QOTD", iana: "qotd", aliases: ["quote"],
      purpose: "quote of the day",
      secure: "disable it"),
    Service(
      19, .both, .extended, "Chargen", iana: "chargen", aliases: ["ttytst", "source"],
      purpose: "sends characters without end",
      secure: "disable it",
      confusion: "Was abused to flood others"),
    Service(
      37, .both, .extended, "Time", iana: "time", aliases: ["timserver"],
      purpose: "the time as a 32-bit number",
      secure: "NTP (123)",
      confusion: "13 is text, 37 a binary number, 123 is NTP"),
    Service(
      43, .tcp, .extended, "WHOIS", iana: "nicname", aliases: ["whois"],
      purpose: "tells who registered a domain or an address",
      secure: "RDAP (443)",
      confusion: "IANA's name is nicname"),
    Service(
      49, .tcp, .extended, "TACACS+", iana: "tacacs", groups: [.directory],
      purpose: "login to routers and switches",
      secure: "TACACS+ over TLS 1.3",
      confusion: "TACACS+ uses TCP; the original TACACS used UDP"),
    Service(
      70, .tcp, .extended, "Gopher", iana: "gopher",
      purpose: "menus of documents, older than the web"),
    Service(
      79, .tcp, .extended, "Finger", iana: "finger",
      purpose: "tells who is logged in",
      secure: "disable it"),
    Service(
      102, .tcp, .extended, "ISO-TSAP / S7", iana: "iso-tsap", aliases: ["tsap"],
      purpose: "ISO transport over TCP; used by Siemens controllers",
      secure: "keep it in a network of its own"),
    Service(
      113, .tcp, .extended, "Ident", iana: "auth", registry: ["auth", "ident"],
      aliases: ["authentication", "tap", "ident"],
      purpose: "tells which user owns a connection",
      secure: "disable it",
      confusion: "IANA lists ident and auth"),
    Service(
      177, .udp, .extended, "XDMCP", iana: "xdmcp",
      purpose: "X login over the network",
      secure: "SSH with X forwarding"),
    Service(
      194, .tcp, .extended, "IRC, as assigned", iana: "irc",
      purpose: "chat, on the port that IANA assigned to it",
      secure: "IRC over TLS (6697)",
      confusion: "Hardly anyone uses 194: the habit is 6667"),
    Service(
      427, .both, .extended, "SLP", iana: "svrloc",
      purpose: "finds services in a network",
      secure: "disable it"),
    Service(
      464, .both, .extended, "Kerberos password", iana: "kpasswd",
      purpose: "changes Kerberos passwords",
      secure: "protects its own messages",
      confusion: "88 gives tickets, 464 changes passwords"),
    Service(
      502, .tcp, .extended, "Modbus/TCP", iana: "mbap",
      purpose: "industrial control",
      secure: "Modbus Security (802)",
      confusion: "IANA's name is mbap"),
    Service(
      512, .tcp, .extended, "rexec", iana: "exec",
      purpose: "runs remote commands, in clear text",
      secure: "SSH (22)",
      confusion: "512/udp is another service: biff, comsat"),
    Service(
      513, .tcp, .extended, "rlogin", iana: "login",
      purpose: "remote login in clear text",
      secure: "SSH (22)",
      confusion: "513/udp is another service: who"),
    Service(
      514, .tcp, .extended, "rsh", iana: "shell", aliases: ["cmd", "syslog"],
      purpose: "remote shell in clear text",
      secure: "SSH (22)",
      confusion: "514/udp is syslog, another service"),
    Service(
      521, .udp, .extended, "RIPng", iana: "ripng",
      purpose: "RIP for IPv6",
      confusion: "520 is RIP, 521 is RIPng"),
    Service(
      540, .tcp, .extended, "UUCP", iana: "uucp", aliases: ["uucpd"],
      purpose: "passes files and mail on from machine to machine"),
    Service(
      548, .tcp, .extended, "AFP", iana: "afpovertcp",
      purpose: "old Apple file sharing",
      secure: "SMB (445)"),
    Service(
      563, .tcp, .extended, "NNTPS", iana: "nntps", aliases: ["snntp"],
      purpose: "Usenet news over TLS",
      secure: "already encrypted",
      confusion: "563 is TLS, 119 is clear text"),
    Service(
      623, .udp, .extended, "IPMI", iana: "asf-rmcp",
      purpose: "manages a server's hardware, even when it is switched off",
      secure: "a separate network, or Redfish (443)",
      confusion: "Its passwords can be attacked offline"),
    Service(
      646, .both, .extended, "LDP", iana: "ldp",
      purpose: "hands out MPLS labels between routers"),
    Service(
      749, .tcp, .extended, "Kerberos admin", iana: "kerberos-adm",
      purpose: "administers Kerberos with kadmin",
      secure: "protects its own messages"),
    Service(
      902, .tcp, .extended, "VMware ESXi", registry: ["ideafarm-door"],
      purpose: "consoles and host agent of ESXi",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists ideafarm-door here"),
    Service(
      992, .tcp, .extended, "Telnet over TLS", iana: "telnets",
      purpose: "remote terminal over TLS",
      secure: "already encrypted; SSH (22) is the usual choice"),
  ]
}
