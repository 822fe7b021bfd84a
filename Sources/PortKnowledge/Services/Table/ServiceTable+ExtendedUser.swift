extension ServiceTable {
  /// Further ports from 1024 to 5999.
  static let extendedUser: [Service] = [
    Service(
      1099, .tcp, .extended, "Java RMI", iana: "rmiregistry",
      purpose: "finds remote Java objects",
      secure: "block it at the firewall"),
    Service(
      1352, .tcp, .extended, "HCL Notes / Lotus Notes", iana: "lotusnote", aliases: ["lotusnotes"],
      purpose: "groupware: mail, calendars, databases"),
    Service(
      1414, .tcp, .extended, "IBM MQ", iana: "ibm-mqseries",
      purpose: "message queues",
      secure: "a TLS channel"),
    Service(
      1494, .tcp, .extended, "Citrix ICA", iana: "ica",
      purpose: "remote applications",
      secure: "a gateway on 443"),
    Service(
      1701, .udp, .extended, "L2TP", iana: "l2tp", registry: ["l2f", "l2tp"], aliases: ["l2f"],
      groups: [.tunnels],
      purpose: "tunnel, usually inside IPsec",
      secure: "inside IPsec (500 and 4500)",
      confusion: "IANA lists l2f and l2tp"),
    Service(
      1900, .udp, .extended, "SSDP / UPnP", iana: "ssdp",
      purpose: "finds devices in the local network",
      secure: "block it towards the Internet",
      confusion: "Multicast to 239.255.255.250"),
    Service(
      1935, .tcp, .extended, "RTMP", iana: "macromedia-fcs",
      purpose: "sends live video to a streaming server",
      secure: "RTMPS (443)"),
    Service(
      2000, .tcp, .extended, "Cisco SCCP", iana: "cisco-sccp",
      purpose: "controls Cisco IP phones",
      secure: "SCCP over TLS (2443)"),
    Service(
      2055, .udp, .extended, "NetFlow", registry: ["iop"],
      purpose: "reports on network flows",
      secure: "IPFIX over TLS or DTLS (4740)",
      confusion: "A habit: IANA lists iop here"),
    Service(
      2082, .tcp, .extended, "cPanel", registry: ["infowave"],
      purpose: "web hosting panel",
      secure: "2083 (TLS)",
      confusion: "A habit: IANA lists infowave here"),
    Service(
      2083, .tcp, .extended, "RadSec / cPanel TLS", iana: "radsec",
      purpose: "RADIUS over TLS as assigned; cPanel over HTTPS by habit",
      secure: "already encrypted",
      confusion: "Two uses of one number"),
    Service(
      2123, .udp, .extended, "GTP-C", iana: "gtp-control",
      purpose: "control messages in mobile networks",
      confusion: "2123 is control, 2152 is user data"),
    Service(
      2152, .udp, .extended, "GTP-U", iana: "gtp-user",
      purpose: "user data in mobile networks",
      confusion: "2123 is control, 2152 is user data"),
    Service(
      2222, .tcp, .extended, "Alternate SSH", registry: ["EtherNet-IP-1", "EtherNet/IP-1"],
      purpose: "SSH in containers and hosting panels",
      secure: "already encrypted",
      confusion: "A habit: IANA lists EtherNet/IP-1 here"),
    Service(
      2377, .tcp, .extended, "Docker Swarm", iana: "swarm", groups: [.containers],
      purpose: "manages a Docker Swarm cluster",
      secure: "already encrypted"),
    Service(
      2483, .tcp, .extended, "Oracle, as registered", iana: "ttc",
      purpose: "Oracle database, on its registered port",
      secure: "2484 (TLS)",
      confusion: "In practice Oracle listens on 1521"),
    Service(
      2484, .tcp, .extended, "Oracle TLS", iana: "ttc-ssl",
      purpose: "Oracle database over TLS",
      secure: "already encrypted"),
    Service(
      2525, .tcp, .extended, "Alternate SMTP", registry: ["ms-v-worlds"],
      purpose: "mail submission where 25 and 587 are blocked",
      secure: "STARTTLS",
      confusion: "Never assigned for mail: IANA lists ms-v-worlds"),
    Service(
      3074, .udp, .extended, "Xbox Live", iana: "xbox",
      purpose: "console games"),
    Service(
      3260, .tcp, .extended, "iSCSI", iana: "iscsi-target",
      purpose: "disks over the network",
      secure: "IPsec"),
    Service(
      3269, .tcp, .extended, "AD Global Catalog TLS", iana: "msft-gc-ssl",
      purpose: "directory lookups in a whole Active Directory forest, encrypted",
      secure: "already encrypted",
      confusion: "3269 is TLS, 3268 is clear text"),
    Service(
      3493, .tcp, .extended, "NUT", iana: "nut",
      purpose: "watches uninterruptible power supplies",
      secure: "TLS as an option"),
    Service(
      3690, .tcp, .extended, "Subversion", iana: "svn", aliases: ["subversion"],
      purpose: "version control by svnserve",
      secure: "svn+ssh (22)",
      confusion: "3690 is Subversion, 9418 is Git"),
    Service(
      3868, .tcp, .extended, "Diameter", iana: "diameter",
      purpose: "authentication and accounting in mobile networks",
      secure: "5868 (TLS)",
      confusion: "Runs over SCTP too"),
    Service(
      4200, .tcp, .extended, "Angular dev server", registry: ["vrml-multi-use"],
      purpose: "development server of Angular, ng serve",
      secure: "a TLS proxy in front",
      confusion: "A habit: IANA gives 4200 to 4299 to vrml-multi-use"),
    Service(
      4222, .tcp, .extended, "NATS", registry: ["vrml-multi-use"], groups: [.queues],
      purpose: "messages between services",
      secure: "TLS on the same port",
      confusion: "A habit: IANA gives 4200 to 4299 to vrml-multi-use"),
    Service(
      4317, .tcp, .extended, "OTLP gRPC", iana: "opentelemetry",
      purpose: "traces, metrics and logs over gRPC",
      secure: "TLS by configuration",
      confusion: "4317 is gRPC, 4318 is HTTP"),
    Service(
      4318, .tcp, .extended, "OTLP HTTP",
      purpose: "traces, metrics and logs over HTTP",
      secure: "TLS by configuration",
      confusion: "4317 is gRPC, 4318 is HTTP; IANA lists only 4317"),
    Service(
      4444, .tcp, .extended, "Selenium Grid", registry: ["krb524", "nv-video"],
      purpose: "browser automation; attackers' remote shells often use it too",
      secure: "block it at the firewall",
      confusion: "A habit: IANA lists krb524 and nv-video here"),
    Service(
      4460, .tcp, .extended, "NTS-KE", iana: "ntske",
      purpose: "agrees on keys for secure NTP",
      secure: "already encrypted",
      confusion: "The time itself still comes from 123/udp"),
    Service(
      4505, .tcp, .extended, "Salt publish",
      purpose: "configuration management: sends jobs to the machines",
      secure: "its own encryption",
      confusion: "4505 sends jobs, 4506 takes the results"),
    Service(
      4739, .both, .extended, "IPFIX", iana: "ipfix",
      purpose: "reports on network flows",
      secure: "4740 (TLS or DTLS)"),
    Service(
      4789, .udp, .extended, "VXLAN", iana: "vxlan", groups: [.tunnels],
      purpose: "overlay networks: Ethernet inside UDP",
      secure: "IPsec or WireGuard underneath",
      confusion: "Linux defaults to 8472, which is older than the standard"),
    Service(
      4840, .tcp, .extended, "OPC UA", iana: "opcua-tcp",
      purpose: "data of industrial machines",
      secure: "built in, where it is switched on"),
    Service(
      5004, .udp, .extended, "RTP", iana: "avt-profile-1",
      purpose: "audio and video streams",
      secure: "SRTP",
      confusion: "Usually another, negotiated even number; RTCP takes the next odd one"),
    Service(
      5005, .tcp, .extended, "Java debug", registry: ["avt-profile-2"], groups: [.neverExpose],
      purpose: "remote debugging of Java programs by JDWP",
      secure: "never expose it",
      confusion: "Whoever reaches it can run code; IANA lists avt-profile-2"),
    Service(
      5037, .tcp, .extended, "adb server",
      purpose: "Android debugging: the server on the PC",
      secure: "loopback only",
      confusion: "5037 is on the PC, 5555 on the device"),
    Service(
      5201, .tcp, .extended, "iperf3", registry: ["targus-getdata1"],
      purpose: "measures throughput",
      confusion: "A habit: IANA lists targus-getdata1 here; iperf 2 uses 5001"),
    Service(
      5349, .both, .extended, "STUN/TURN over TLS", iana: "stuns",
      registry: ["stun-behaviors", "stuns", "turns"],
      purpose: "finds an address outside a NAT or relays through it, encrypted",
      secure: "already encrypted",
      confusion: "3478 is the unencrypted one"),
    Service(
      5351, .udp, .extended, "PCP / NAT-PMP", iana: "pcp",
      purpose: "asks the router to open a port"),
    Service(
      5355, .udp, .extended, "LLMNR", iana: "llmnr",
      purpose: "names in the local network, on Windows",
      secure: "disable it",
      confusion: "An attacker can answer in place of the real host"),
    Service(
      5433, .tcp, .extended, "Second PostgreSQL", registry: ["pyrrho"],
      purpose: "a second PostgreSQL cluster on one host",
      secure: "TLS on the same port",
      confusion: "A habit, of Debian's pg_createcluster for example; IANA lists pyrrho"),
    Service(
      5500, .tcp, .extended, "Live Server", registry: ["fcp-addr-srvr1"],
      purpose: "previews web pages from VS Code",
      secure: "loopback only",
      confusion: "VNC viewers wait here for reverse connections; IANA lists fcp-addr-srvr1"),
    Service(
      5555, .tcp, .extended, "adb device", registry: ["personal-agent"], groups: [.neverExpose],
      purpose: "Android debugging over the network: the device",
      secure: "never expose it",
      confusion: "5555 is on the device, 5037 on the PC; IANA lists personal-agent"),
    Service(
      5601, .tcp, .extended, "Kibana", registry: ["esmagent"],
      purpose: "dashboards for Elasticsearch",
      secure: "a TLS proxy in front",
      confusion: "A habit: IANA lists esmagent here"),
    Service(
      5666, .tcp, .extended, "NRPE", iana: "nrpe",
      purpose: "runs Nagios checks on a host",
      secure: "TLS as an option"),
    Service(
      5683, .udp, .extended, "CoAP", iana: "coap",
      purpose: "small web-like protocol for tiny devices",
      secure: "CoAPS (5684)"),
    Service(
      5684, .udp, .extended, "CoAPS", iana: "coaps",
      purpose: "CoAP over DTLS, for tiny devices",
      secure: "already encrypted"),
    Service(
      5938, .both, .extended, "TeamViewer",
      purpose: "remote support",
      secure: "already encrypted",
      confusion: "A habit: unassigned at IANA"),
    Service(
      5984, .tcp, .extended, "CouchDB", iana: "couchdb",
      purpose: "document database",
      secure: "6984 (TLS)"),
  ]
}
