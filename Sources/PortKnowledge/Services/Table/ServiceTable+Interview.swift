extension ServiceTable {
  /// The ports that interviewers ask for and that one meets at work.
  static let interview: [Service] = [
    Service(
      67, .udp, .interview, "DHCP server", iana: "bootps", groups: [.naming],
      purpose: "gives out IPv4 addresses: the server's side",
      secure: "none; switches can filter it (DHCP snooping)",
      confusion: "The server listens on 67, the client on 68"),
    Service(
      68, .udp, .interview, "DHCP client", iana: "bootpc", groups: [.naming],
      purpose: "receives an IPv4 address: the client's side",
      confusion: "A client that needs a fixed low port; the server has 67"),
    Service(
      69, .udp, .interview, "TFTP", iana: "tftp", groups: [.files],
      purpose: "tiny file transfer, used for network boot",
      secure: "HTTPS boot or SFTP",
      confusion: "The server answers from a new port, not from 69"),
    Service(
      88, .both, .interview, "Kerberos", iana: "kerberos",
      aliases: ["kerberos5", "krb5", "kerberos-sec"], groups: [.directory],
      purpose: "authentication with tickets",
      secure: "protects its own messages",
      confusion: "88 gives tickets, 464 changes passwords, 749 is for administrators"),
    Service(
      111, .both, .interview, "rpcbind / portmapper", iana: "sunrpc", aliases: ["portmapper"],
      groups: [.neverExpose],
      purpose: "tells which port an RPC program uses",
      secure: "restrict it; NFSv4 does not need it",
      confusion: "111 is the Unix one, 135 the Windows one"),
    Service(
      119, .tcp, .interview, "NNTP", iana: "nntp", aliases: ["readnews", "untp"],
      purpose: "Usenet news",
      secure: "NNTPS (563)",
      confusion: "119 is news (NNTP), 123 is time (NTP)"),
    Service(
      135, .tcp, .interview, "MS RPC endpoint mapper", iana: "epmap", aliases: ["loc-srv"],
      groups: [.neverExpose],
      purpose: "tells which port a Windows RPC service uses",
      secure: "block it at the firewall",
      confusion: "The conversation then moves to a dynamic port"),
    Service(
      137, .udp, .interview, "NetBIOS name", iana: "netbios-ns",
      purpose: "old Windows name service",
      secure: "DNS (53)",
      confusion: "137 is names, 138 datagrams, 139 sessions"),
    Service(
      138, .udp, .interview, "NetBIOS datagram", iana: "netbios-dgm",
      purpose: "old Windows network browsing",
      secure: "disable it",
      confusion: "137 and 138 are UDP, 139 is TCP"),
    Service(
      139, .tcp, .interview, "NetBIOS session", iana: "netbios-ssn",
      purpose: "Windows file sharing by SMB over NetBIOS",
      secure: "SMB 3 on 445",
      confusion: "139 is the old way, 445 is SMB directly over TCP"),
    Service(
      161, .udp, .interview, "SNMP", iana: "snmp", groups: [.monitoring],
      purpose: "reads and sets values of network devices",
      secure: "SNMPv3",
      confusion: "The agent listens on 161, the manager waits for traps on 162"),
    Service(
      162, .udp, .interview, "SNMP trap", iana: "snmptrap", aliases: ["snmp-trap"],
      groups: [.monitoring],
      purpose: "events that network devices report by themselves",
      secure: "SNMPv3",
      confusion: "The opposite direction of 161"),
    Service(
      179, .tcp, .interview, "BGP", iana: "bgp",
      purpose: "exchanges routes between autonomous systems",
      secure: "TCP-AO, or the older TCP MD5",
      confusion: "BGP runs over TCP; OSPF runs directly over IP and has no port"),
    Service(
      389, .both, .interview, "LDAP", iana: "ldap", groups: [.directory],
      purpose: "directory lookups",
      secure: "LDAPS (636) or StartTLS",
      confusion: "389 starts in clear text, 636 is TLS from the first byte"),
    Service(
      445, .tcp, .interview, "SMB", iana: "microsoft-ds", groups: [.files, .neverExpose],
      purpose: "Windows file sharing",
      secure: "SMB 3 encryption, or SMB over QUIC",
      confusion: "445 is SMB directly over TCP, 139 is SMB over NetBIOS"),
    Service(
      500, .udp, .interview, "IKE", iana: "isakmp", groups: [.tunnels],
      purpose: "key exchange for IPsec",
      secure: "sets up encryption itself",
      confusion: "Moves to 4500/udp behind NAT"),
    Service(
      514, .udp, .interview, "Syslog", iana: "syslog", groups: [.monitoring],
      purpose: "log messages",
      secure: "syslog over TLS (6514)",
      confusion: "514/tcp is rsh, another service"),
    Service(
      515, .tcp, .interview, "LPD", iana: "printer", aliases: ["spooler"],
      purpose: "line printer queue",
      secure: "IPP over TLS (631)",
      confusion: "515 is LPD, 631 is IPP, 9100 is raw printing"),
    Service(
      520, .udp, .interview, "RIP", iana: "router", aliases: ["route", "routed"],
      purpose: "old routing protocol inside a network",
      secure: "RIPv2 authentication, or OSPF",
      confusion: "520/tcp is another service: IANA lists efs"),
    Service(
      546, .udp, .interview, "DHCPv6 client", iana: "dhcpv6-client",
      purpose: "receives an IPv6 configuration: the client's side",
      confusion: "IPv6: client 546, server 547; IPv4: server 67, client 68"),
    Service(
      547, .udp, .interview, "DHCPv6 server", iana: "dhcpv6-server",
      purpose: "gives out IPv6 configuration: the server's side",
      confusion: "The server has the higher number here, the lower one in IPv4"),
    Service(
      554, .tcp, .interview, "RTSP", iana: "rtsp",
      purpose: "controls media streams",
      secure: "RTSPS (322)",
      confusion: "RTSP controls the stream, RTP carries it"),
    Service(
      631, .tcp, .interview, "IPP / CUPS", iana: "ipp", registry: ["ipp", "ipps"],
      purpose: "printing",
      secure: "ipps: TLS on the same number",
      confusion: "IANA lists both ipp and ipps for it"),
    Service(
      636, .tcp, .interview, "LDAPS", iana: "ldaps", groups: [.directory],
      purpose: "directory lookups over TLS",
      secure: "already encrypted",
      confusion: "636 is LDAPS, 389 is LDAP"),
    Service(
      853, .both, .interview, "DoT / DoQ", iana: "domain-s", groups: [.naming],
      purpose: "DNS over TLS on TCP, DNS over QUIC on UDP",
      secure: "already encrypted",
      confusion: "DNS over HTTPS is on 443"),
    Service(
      873, .tcp, .interview, "rsync daemon", iana: "rsync", groups: [.files],
      purpose: "file synchronisation without SSH",
      secure: "rsync over SSH (22)",
      confusion: "rsync through SSH uses 22, not 873"),
    Service(
      989, .tcp, .interview, "FTPS data", iana: "ftps-data",
      purpose: "data connections of FTP over TLS",
      secure: "already encrypted",
      confusion: "FTPS is FTP over TLS; SFTP is another protocol, inside SSH"),
    Service(
      990, .tcp, .interview, "FTPS control", iana: "ftps", groups: [.files],
      purpose: "FTP commands, TLS from the first byte",
      secure: "already encrypted",
      confusion: "FTPS is FTP over TLS; SFTP is another protocol, inside SSH"),
    Service(
      1080, .tcp, .interview, "SOCKS", iana: "socks",
      purpose: "general-purpose proxy",
      secure: "a SOCKS proxy through SSH (ssh -D)",
      confusion: "1080 is SOCKS, 3128 is an HTTP proxy"),
    Service(
      1194, .udp, .interview, "OpenVPN", iana: "openvpn", groups: [.tunnels],
      purpose: "VPN based on TLS",
      secure: "already encrypted",
      confusion: "Also run over 443/tcp to pass firewalls"),
    Service(
      1433, .tcp, .interview, "SQL Server", iana: "ms-sql-s", groups: [.databases],
      purpose: "Microsoft's SQL database",
      secure: "TLS on the same port",
      confusion: "1433 is the database, 1434/udp only tells ports"),
    Service(
      1434, .udp, .interview, "SQL Server Browser", iana: "ms-sql-m",
      purpose: "tells which port a named SQL Server instance uses",
      secure: "block it at the firewall",
      confusion: "The Slammer worm of 2003 spread through it"),
    Service(
      1521, .tcp, .interview, "Oracle DB listener", registry: ["ncube-lm"], groups: [.databases],
      purpose: "Oracle database",
      secure: "TCPS (2484)",
      confusion: "IANA lists ncube-lm; Oracle's registered ports are 2483 and 2484"),
    Service(
      1723, .tcp, .interview, "PPTP", iana: "pptp",
      purpose: "control connection of an obsolete VPN",
      secure: "WireGuard or IKEv2",
      confusion: "The data travels in GRE, IP protocol 47, which has no ports"),
    Service(
      1812, .udp, .interview, "RADIUS auth", iana: "radius", groups: [.directory],
      purpose: "checks who may log in to a network",
      secure: "RadSec (2083/tcp)",
      confusion: "1812 authenticates, 1813 accounts; the old numbers are 1645 and 1646"),
    Service(
      1813, .udp, .interview, "RADIUS accounting", iana: "radius-acct", aliases: ["radacct"],
      purpose: "records who used a network",
      secure: "RadSec (2083/tcp)",
      confusion: "1812 authenticates, 1813 accounts"),
    Service(
      1883, .tcp, .interview, "MQTT", iana: "mqtt", groups: [.queues],
      purpose: "publish and subscribe for small devices",
      secure: "MQTT over TLS (8883)",
      confusion: "1883 is clear text, 8883 is TLS"),
    Service(
      2049, .tcp, .interview, "NFS", iana: "nfs", registry: ["nfs", "shilp"], groups: [.files],
      purpose: "Unix file sharing",
      secure: "NFSv4 with Kerberos or TLS",
      confusion: "NFSv4 needs only 2049; NFSv3 also needs 111 and mountd"),
    Service(
      2181, .tcp, .interview, "ZooKeeper", registry: ["eforward"],
      purpose: "coordination service for clusters",
      secure: "a TLS port you configure (secureClientPort)",
      confusion: "A habit: IANA lists eforward here"),
    Service(
      2375, .tcp, .interview, "Docker API, unprotected", iana: "docker",
      groups: [.containers, .neverExpose],
      purpose: "remote control of Docker without protection: as good as root",
      secure: "2376 with client certificates, or Docker over SSH",
      confusion: "2375 is unprotected, 2376 is TLS; never expose 2375"),
    Service(
      2376, .tcp, .interview, "Docker API over TLS", iana: "docker-s", groups: [.containers],
      purpose: "remote control of Docker over TLS",
      secure: "already encrypted",
      confusion: "Only client certificates keep strangers out"),
    Service(
      2379, .tcp, .interview, "etcd client", iana: "etcd-client", groups: [.containers],
      purpose: "key-value store of a cluster: for its clients",
      secure: "TLS on the same port",
      confusion: "2379 is for clients, 2380 for the members"),
    Service(
      2380, .tcp, .interview, "etcd peer", iana: "etcd-server",
      purpose: "key-value store of a cluster: between its members",
      secure: "TLS on the same port",
      confusion: "2379 is for clients, 2380 for the members"),
    Service(
      3128, .tcp, .interview, "Squid", registry: ["ndl-aas"],
      purpose: "HTTP proxy",
      secure: "TLS to the proxy",
      confusion: "A habit: IANA lists ndl-aas here"),
    Service(
      3268, .tcp, .interview, "AD Global Catalog", iana: "msft-gc",
      purpose: "directory lookups in a whole Active Directory forest",
      secure: "3269 (TLS)",
      confusion: "389 asks one domain, 3268 the whole forest"),
    Service(
      3389, .both, .interview, "RDP", iana: "ms-wbt-server", groups: [.remoteAccess],
      purpose: "Windows remote desktop",
      secure: "an RD Gateway (443) or a VPN",
      confusion: "3389 is RDP, 3306 is MySQL"),
    Service(
      3478, .both, .interview, "STUN / TURN", iana: "stun",
      registry: ["stun", "stun-behavior", "turn"],
      purpose: "STUN finds one's address outside a NAT, TURN relays through it",
      secure: "5349 (TLS or DTLS)",
      confusion: "STUN and TURN share the number"),
    Service(
      4369, .tcp, .interview, "Erlang port mapper", iana: "epmd",
      purpose: "tells which port an Erlang node uses, RabbitMQ's for example",
      secure: "TLS between the nodes",
      confusion: "It only tells the port; the nodes then talk on another one"),
    Service(
      4500, .udp, .interview, "IPsec NAT-T", iana: "ipsec-nat-t", groups: [.tunnels],
      purpose: "IKE and ESP inside UDP, to get through NAT",
      secure: "already encrypted",
      confusion: "Belongs to 500: IKE starts there"),
    Service(
      5000, .tcp, .interview, "Flask / Docker registry", registry: ["commplex-main"],
      purpose: "development servers, and the Docker registry",
      secure: "a TLS proxy in front",
      confusion: "AirPlay on macOS listens here too; IANA lists commplex-main"),
    Service(
      5060, .both, .interview, "SIP", iana: "sip",
      purpose: "sets up calls",
      secure: "SIP over TLS (5061)",
      confusion: "The voice itself is RTP, on other ports"),
    Service(
      5061, .tcp, .interview, "SIP over TLS", iana: "sips", aliases: ["sip-tls"],
      purpose: "sets up calls, encrypted",
      secure: "already encrypted",
      confusion: "IANA's name is sips; Debian's /etc/services says sip-tls"),
    Service(
      5222, .tcp, .interview, "XMPP client", iana: "xmpp-client", aliases: ["jabber-client"],
      purpose: "chat, from client to server",
      secure: "STARTTLS, or TLS on 5223",
      confusion: "5222 is for clients, 5269 between servers"),
    Service(
      5269, .tcp, .interview, "XMPP server", iana: "xmpp-server", aliases: ["jabber-server"],
      purpose: "chat, between servers",
      secure: "STARTTLS",
      confusion: "5269 is between servers, 5222 for clients"),
    Service(
      5353, .udp, .interview, "mDNS", iana: "mdns", groups: [.naming],
      purpose: "names on the local link, such as printer.local",
      confusion: "Multicast to 224.0.0.251 or ff02::fb; asks no server on 53"),
    Service(
      5671, .tcp, .interview, "AMQP over TLS", iana: "amqps",
      purpose: "message queues, encrypted; RabbitMQ for example",
      secure: "already encrypted",
      confusion: "5671 is TLS, 5672 is clear text"),
    Service(
      5672, .tcp, .interview, "AMQP", iana: "amqp", groups: [.queues],
      purpose: "message queues; RabbitMQ for example",
      secure: "AMQP over TLS (5671)",
      confusion: "15672 is RabbitMQ's web page, not AMQP"),
    Service(
      5900, .tcp, .interview, "VNC", iana: "rfb", groups: [.remoteAccess],
      purpose: "shows and controls a remote screen",
      secure: "SSH tunnel",
      confusion: "Display n is 5900 + n; IANA's name is rfb"),
    Service(
      5985, .tcp, .interview, "WinRM HTTP", iana: "wsman", groups: [.remoteAccess],
      purpose: "Windows remote management over HTTP",
      secure: "WinRM over HTTPS (5986)",
      confusion: "5985 is HTTP, 5986 is HTTPS"),
    Service(
      5986, .tcp, .interview, "WinRM HTTPS", iana: "wsmans",
      purpose: "Windows remote management over HTTPS",
      secure: "already encrypted",
      confusion: "5986 is HTTPS, 5985 is HTTP"),
    Service(
      6443, .tcp, .interview, "Kubernetes API", registry: ["sun-sr-https"], groups: [.containers],
      purpose: "control plane of a Kubernetes cluster",
      secure: "already encrypted",
      confusion: "A habit: IANA lists sun-sr-https here"),
    Service(
      8000, .tcp, .interview, "Python http.server / Django", registry: ["irdmi"], groups: [.web],
      purpose: "development web servers",
      secure: "a TLS proxy in front",
      confusion: "A habit: IANA lists irdmi here"),
    Service(
      8443, .tcp, .interview, "HTTPS alternate", registry: ["pcsync-https"], groups: [.web],
      purpose: "administration pages and development servers over TLS",
      secure: "already TLS, by convention",
      confusion: "A habit: IANA lists pcsync-https here"),
    Service(
      8883, .tcp, .interview, "MQTT over TLS", iana: "secure-mqtt",
      purpose: "publish and subscribe for small devices, encrypted",
      secure: "already encrypted",
      confusion: "8883 is TLS, 1883 is clear text"),
    Service(
      8888, .tcp, .interview, "Jupyter", registry: ["ddi-tcp-1"],
      purpose: "notebooks in the browser",
      secure: "its access token, and a TLS proxy",
      confusion: "A habit: IANA lists ddi-tcp-1 here"),
    Service(
      9000, .tcp, .interview, "PHP-FPM / SonarQube / MinIO", registry: ["cslistener"],
      purpose: "default of several products at once",
      secure: "bind it to loopback",
      confusion: "Several defaults collide here; IANA lists cslistener"),
    Service(
      9090, .tcp, .interview, "Prometheus / Cockpit", registry: ["websm"], groups: [.monitoring],
      purpose: "monitoring server; web console for Linux",
      secure: "a TLS proxy in front",
      confusion: "Two well-known products share it; IANA lists websm"),
    Service(
      9092, .tcp, .interview, "Kafka broker", registry: ["XmlIpcRegSvc"], groups: [.queues],
      purpose: "event streaming",
      secure: "a TLS listener, often 9093",
      confusion: "A habit: IANA lists XmlIpcRegSvc here"),
    Service(
      9200, .tcp, .interview, "Elasticsearch HTTP", registry: ["wap-wsp"], groups: [.databases],
      purpose: "search over HTTP",
      secure: "TLS on the same port",
      confusion: "9200 is HTTP, 9300 node to node; IANA lists wap-wsp"),
    Service(
      9300, .tcp, .interview, "Elasticsearch transport", registry: ["vrace"],
      purpose: "traffic between the nodes of a search cluster",
      secure: "TLS on the same port",
      confusion: "9300 is node to node, 9200 is HTTP; IANA lists vrace"),
    Service(
      10_250, .tcp, .interview, "kubelet API", groups: [.containers],
      purpose: "agent on each Kubernetes node",
      secure: "already encrypted",
      confusion: "10250 is the kubelet, 6443 the API server"),
    Service(
      11_211, .tcp, .interview, "Memcached", iana: "memcache", groups: [.databases, .neverExpose],
      purpose: "cache in memory",
      secure: "bind it to loopback, or build it with TLS",
      confusion: "UDP was abused to flood others and is off by default since 1.5.6"),
    Service(
      15_672, .tcp, .interview, "RabbitMQ management",
      purpose: "web page and API of RabbitMQ",
      secure: "15671 (TLS)",
      confusion: "The page, not the messages: AMQP is 5672"),
    Service(
      51_820, .udp, .interview, "WireGuard", groups: [.tunnels],
      purpose: "VPN",
      secure: "already encrypted",
      confusion: "In the dynamic range: IANA can never assign it"),
  ]
}
