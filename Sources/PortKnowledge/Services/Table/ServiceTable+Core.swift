extension ServiceTable {
  /// The ports everybody who works with networks knows by heart.
  static let core: [Service] = [
    Service(
      20, .tcp, .core, "FTP data", iana: "ftp-data", groups: [.files],
      purpose: "source port of an FTP server's data connections in active mode",
      secure: "SFTP (22) or FTPS (989 and 990)",
      confusion: "Not used in passive mode: the server then picks a high port for each transfer"),
    Service(
      21, .tcp, .core, "FTP control", iana: "ftp", groups: [.files],
      purpose: "commands and replies of FTP",
      secure: "SFTP (22) or FTPS (990)",
      confusion: "21 carries the commands, 20 the data of active mode"),
    Service(
      22, .tcp, .core, "SSH", iana: "ssh", groups: [.remoteAccess],
      purpose: "encrypted remote shell; also carries SFTP, scp and tunnels",
      secure: "already encrypted",
      confusion: "SFTP runs here, FTPS does not"),
    Service(
      23, .tcp, .core, "Telnet", iana: "telnet", groups: [.remoteAccess],
      purpose: "remote terminal in clear text",
      secure: "SSH (22)",
      confusion: "22 is SSH, 23 is Telnet"),
    Service(
      25, .tcp, .core, "SMTP", iana: "smtp", aliases: ["mail"], groups: [.mail],
      purpose: "mail transfer between servers",
      secure: "STARTTLS on 25; mail apps submit on 465 or 587",
      confusion: "Mail servers talk to each other here; a mail app uses 465 or 587"),
    Service(
      53, .both, .core, "DNS", iana: "domain", groups: [.naming],
      purpose: "name lookups: UDP first, TCP for large answers and zone transfers",
      secure: "DNS over TLS or QUIC (853), DNS over HTTPS (443)",
      confusion: "Both transports are required; TCP is not only for zone transfers"),
    Service(
      80, .tcp, .core, "HTTP", iana: "http", registry: ["http", "www", "www-http"],
      aliases: ["www"], groups: [.web],
      purpose: "web pages in clear text",
      secure: "HTTPS (443)",
      confusion: "80 is clear text, 443 is TLS; HTTP/3 uses 443/udp"),
    Service(
      110, .tcp, .core, "POP3", iana: "pop3", aliases: ["pop-3"], groups: [.mail],
      purpose: "fetches mail from a mailbox",
      secure: "POP3S (995)",
      confusion: "POP3 fetches mail, SMTP sends it"),
    Service(
      123, .udp, .core, "NTP", iana: "ntp", groups: [.naming],
      purpose: "sets clocks over the network",
      secure: "NTS, whose key exchange is on 4460/tcp",
      confusion: "NTP uses UDP, not TCP"),
    Service(
      143, .tcp, .core, "IMAP", iana: "imap", aliases: ["imap2"], groups: [.mail],
      purpose: "reads and manages mail that stays on the server",
      secure: "IMAPS (993)",
      confusion: "143 is IMAP, 110 is POP3; IANA now reserves 143/udp"),
    Service(
      443, .both, .core, "HTTPS", iana: "https", groups: [.web],
      purpose: "web pages over TLS; on UDP it carries HTTP/3",
      secure: "already encrypted",
      confusion: "443/udp must be open for HTTP/3"),
    Service(
      465, .tcp, .core, "SMTPS / submissions", iana: "submissions",
      registry: ["submissions", "urd"], aliases: ["ssmtp", "smtps", "urd"], groups: [.mail],
      purpose: "mail from an app to its server, TLS from the first byte",
      secure: "already encrypted",
      confusion: "RFC 8314 prefers 465 to 587; IANA still lists urd here too"),
    Service(
      587, .tcp, .core, "Submission", iana: "submission", groups: [.mail],
      purpose: "mail from an app to its server: clear text first, then STARTTLS",
      secure: "465 (TLS from the first byte)",
      confusion: "Nothing is encrypted until STARTTLS succeeds"),
    Service(
      993, .tcp, .core, "IMAPS", iana: "imaps", groups: [.mail],
      purpose: "IMAP over TLS: mail that stays on the server",
      secure: "already encrypted",
      confusion: "993 is IMAPS, 995 is POP3S"),
    Service(
      995, .tcp, .core, "POP3S", iana: "pop3s", groups: [.mail],
      purpose: "POP3 over TLS: fetches mail from a mailbox",
      secure: "already encrypted",
      confusion: "995 is POP3S, 993 is IMAPS"),
    Service(
      3000, .tcp, .core, "Dev server / Grafana", registry: ["hbci", "remoteware-cl"],
      groups: [.web],
      purpose: "default of many development servers such as Next.js and Rails, and of Grafana",
      secure: "a TLS proxy in front",
      confusion: "A habit: IANA lists hbci and remoteware-cl here"),
    Service(
      3306, .tcp, .core, "MySQL / MariaDB", iana: "mysql", groups: [.databases],
      purpose: "SQL database, classic client protocol",
      secure: "TLS on the same port",
      confusion: "3306 is MySQL, 3389 is RDP"),
    Service(
      5173, .tcp, .core, "Vite dev server", groups: [.web],
      purpose: "development server for web front ends",
      secure: "a TLS proxy in front",
      confusion: "A habit: unassigned at IANA; vite preview uses 4173"),
    Service(
      5432, .tcp, .core, "PostgreSQL", iana: "postgresql", aliases: ["postgres"],
      groups: [.databases],
      purpose: "SQL database",
      secure: "TLS on the same port",
      confusion: "5432 is PostgreSQL, 3306 is MySQL"),
    Service(
      6379, .tcp, .core, "Redis / Valkey", iana: "redis", groups: [.databases, .neverExpose],
      purpose: "key-value store in memory",
      secure: "TLS on a port you configure, often 6380",
      confusion: "The digits spell MERZ on a phone keypad"),
    Service(
      8080, .tcp, .core, "HTTP alternate", iana: "http-alt", aliases: ["webcache"], groups: [.web],
      purpose: "development servers, proxies and application servers",
      secure: "8443 by convention",
      confusion: "A convention; IANA lists http-alt for 8008 too"),
    Service(
      27_017, .tcp, .core, "MongoDB", iana: "mongodb", groups: [.databases],
      purpose: "document database",
      secure: "TLS on the same port",
      confusion: "27018 is the default of a shard server, 27019 of a config server"),
  ]
}
