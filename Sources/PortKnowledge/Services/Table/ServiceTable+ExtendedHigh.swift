extension ServiceTable {
  /// Further ports from 6000 upwards.
  static let extendedHigh: [Service] = [
    Service(
      6000, .tcp, .extended, "X11", iana: "x11", aliases: ["x11-0"],
      purpose: "X display 0",
      secure: "SSH with X forwarding",
      confusion: "Display n is 6000 + n; web browsers refuse this port"),
    Service(
      6006, .tcp, .extended, "TensorBoard / Storybook", registry: ["x11"], aliases: ["x11-6"],
      purpose: "machine learning charts; catalogue of user interface parts",
      secure: "loopback only",
      confusion: "Inside the range 6000 to 6063, which IANA gives to x11"),
    Service(
      6010, .tcp, .extended, "SSH X11 forwarding", registry: ["x11"],
      purpose: "the first X display that SSH forwards, :10",
      secure: "already inside SSH",
      confusion: "Inside the range 6000 to 6063, which IANA gives to x11"),
    Service(
      6081, .udp, .extended, "GENEVE", iana: "geneve",
      purpose: "overlay networks: Ethernet inside UDP, with options"),
    Service(
      6343, .udp, .extended, "sFlow", iana: "sflow",
      purpose: "samples of network traffic"),
    Service(
      6380, .tcp, .extended, "Redis TLS",
      purpose: "Redis over TLS, a habit of some managed services",
      secure: "already encrypted",
      confusion: "A habit: unassigned at IANA"),
    Service(
      6432, .tcp, .extended, "PgBouncer", iana: "pgbouncer",
      purpose: "connection pool in front of PostgreSQL",
      secure: "TLS on the same port",
      confusion: "One digit away from PostgreSQL's 5432"),
    Service(
      6514, .tcp, .extended, "Syslog over TLS", iana: "syslog-tls",
      purpose: "log messages over TLS",
      secure: "already encrypted",
      confusion: "514/udp is the clear-text one"),
    Service(
      6667, .tcp, .extended, "IRC", iana: "ircu", aliases: ["ircd"],
      purpose: "chat in clear text",
      secure: "IRC over TLS (6697)",
      confusion: "One of 6665 to 6669; Debian's /etc/services says ircd"),
    Service(
      6697, .tcp, .extended, "IRC over TLS", iana: "ircs-u",
      purpose: "chat over TLS",
      secure: "already encrypted",
      confusion: "6697 is TLS, 6667 is clear text"),
    Service(
      6881, .both, .extended, "BitTorrent",
      purpose: "sharing files between peers",
      secure: "protocol encryption",
      confusion: "The first of 6881 to 6889; unassigned at IANA"),
    Service(
      7000, .tcp, .extended, "Cassandra internode", registry: ["afs3-fileserver"],
      aliases: ["bbs"],
      purpose: "Cassandra nodes among themselves",
      secure: "7001 (Cassandra over TLS)",
      confusion: "A habit: IANA lists afs3-fileserver here; AirPlay on macOS uses 7000 and 5000"),
    Service(
      7474, .tcp, .extended, "Neo4j HTTP", iana: "neo4j",
      purpose: "graph database in the browser",
      secure: "7473 (HTTPS)",
      confusion: "7474 is HTTP, 7687 is Bolt"),
    Service(
      7687, .tcp, .extended, "Neo4j Bolt", iana: "bolt",
      purpose: "graph database protocol",
      secure: "TLS on the same port",
      confusion: "7687 is Bolt, 7474 is HTTP"),
    Service(
      7860, .tcp, .extended, "Gradio",
      purpose: "machine learning demos in the browser",
      secure: "loopback only",
      confusion: "A habit: unassigned at IANA"),
    Service(
      7946, .both, .extended, "Swarm gossip",
      purpose: "nodes of a Docker Swarm find each other",
      secure: "already encrypted",
      confusion: "A habit: unassigned at IANA"),
    Service(
      8009, .tcp, .extended, "Tomcat AJP", registry: ["nvme-disc"],
      purpose: "a web server hands requests on to Tomcat",
      secure: "bind it to loopback (the Ghostcat flaw)",
      confusion: "A habit: IANA now lists nvme-disc here"),
    Service(
      8081, .tcp, .extended, "Second HTTP / Nexus / Metro", registry: ["sunproxyadmin"],
      aliases: ["tproxy"],
      purpose: "a second web server; Nexus; React Native's Metro",
      secure: "a TLS proxy in front",
      confusion: "A habit: IANA lists sunproxyadmin here"),
    Service(
      8086, .tcp, .extended, "InfluxDB", registry: ["d-s-n"],
      purpose: "time series database",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists d-s-n here"),
    Service(
      8096, .tcp, .extended, "Jellyfin",
      purpose: "media server",
      secure: "8920 (HTTPS)",
      confusion: "A habit: unassigned at IANA"),
    Service(
      8123, .tcp, .extended, "ClickHouse HTTP / Home Assistant",
      purpose: "analytics database; home automation",
      secure: "ClickHouse 8443; a TLS proxy for Home Assistant",
      confusion: "Two products, one default; unassigned at IANA"),
    Service(
      8125, .udp, .extended, "StatsD",
      purpose: "metrics, sent without waiting for an answer",
      confusion: "UDP on purpose: a lost metric does no harm"),
    Service(
      8140, .tcp, .extended, "Puppet", iana: "puppet",
      purpose: "configuration management",
      secure: "already encrypted"),
    Service(
      8200, .tcp, .extended, "Vault", registry: ["trivnet1"],
      purpose: "keeps secrets for programs",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists trivnet1 here"),
    Service(
      8333, .tcp, .extended, "Bitcoin",
      purpose: "Bitcoin nodes among themselves",
      secure: "the encrypted v2 transport",
      confusion: "A habit: unassigned at IANA"),
    Service(
      8472, .udp, .extended, "VXLAN, Linux default", registry: ["otv"],
      purpose: "overlay networks: the default of Linux and of Flannel",
      confusion: "Older than the standard's 4789; IANA lists otv"),
    Service(
      8500, .tcp, .extended, "Consul HTTP", registry: ["fmtp"],
      purpose: "service discovery",
      secure: "8501 (HTTPS)",
      confusion: "A habit: IANA lists fmtp here"),
    Service(
      8501, .tcp, .extended, "Streamlit / Consul HTTPS", registry: ["cmtp-mgt"],
      purpose: "data apps in the browser; Consul over TLS",
      secure: "Streamlit: loopback only; Consul: already encrypted",
      confusion: "A habit: IANA lists cmtp-mgt here"),
    Service(
      8600, .both, .extended, "Consul DNS", registry: ["asterix"],
      purpose: "service discovery by DNS",
      confusion: "A habit: IANA lists asterix here"),
    Service(
      9001, .tcp, .extended, "MinIO console / Tor relay", registry: ["etlservicemgr"],
      purpose: "web page of an object store; Tor relay",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists etlservicemgr here"),
    Service(
      9042, .tcp, .extended, "Cassandra CQL", groups: [.databases],
      purpose: "clients of the Cassandra database",
      secure: "TLS on the same port, or on 9142",
      confusion: "A habit: unassigned at IANA"),
    Service(
      9050, .tcp, .extended, "Tor SOCKS", registry: ["versiera"],
      purpose: "local proxy into the Tor network",
      secure: "loopback only",
      confusion: "Tor Browser uses 9150; IANA lists versiera"),
    Service(
      9093, .tcp, .extended, "Alertmanager / Kafka TLS", registry: ["copycat"],
      purpose: "Prometheus alerts; Kafka over TLS",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists copycat here"),
    Service(
      9100, .tcp, .extended, "JetDirect / node_exporter", iana: "pdl-datastream",
      registry: ["hp-pdl-datastr", "pdl-datastream"], groups: [.monitoring],
      purpose: "raw printing as assigned; Prometheus host metrics by habit",
      secure: "keep it in a network of its own",
      confusion: "A scan of this port can make a printer print pages"),
    Service(
      9222, .tcp, .extended, "Chrome DevTools", registry: ["teamcoherence"],
      purpose: "remote debugging of a browser",
      secure: "loopback only",
      confusion: "A habit: IANA lists teamcoherence here"),
    Service(
      9229, .tcp, .extended, "Node inspector", groups: [.neverExpose],
      purpose: "debugging of JavaScript programs",
      secure: "loopback only",
      confusion: "Whoever reaches it can run code"),
    Service(
      9418, .tcp, .extended, "git daemon", iana: "git",
      purpose: "reads Git repositories, git://",
      secure: "SSH (22) or HTTPS (443)",
      confusion: "9418 is Git, 3690 is Subversion"),
    Service(
      9443, .tcp, .extended, "Portainer / admin HTTPS", registry: ["tungsten-https"],
      purpose: "administration pages over HTTPS",
      secure: "already TLS, by habit",
      confusion: "A habit: IANA lists tungsten-https here"),
    Service(
      10_000, .tcp, .extended, "Webmin", registry: ["ndmp"], aliases: ["webmin"],
      purpose: "system administration in the browser",
      secure: "TLS by configuration",
      confusion: "A habit: IANA lists ndmp here"),
    Service(
      10_050, .tcp, .extended, "Zabbix agent", iana: "zabbix-agent", groups: [.monitoring],
      purpose: "monitoring: the server asks the host",
      secure: "TLS with a shared key",
      confusion: "10050 is the agent, 10051 the server"),
    Service(
      10_051, .tcp, .extended, "Zabbix server", iana: "zabbix-trapper",
      purpose: "monitoring: the host reports to the server",
      secure: "TLS with a shared key",
      confusion: "10051 is the server, 10050 the agent"),
    Service(
      10_443, .tcp, .extended, "SSL-VPN portal", registry: ["cirrossp"],
      purpose: "login page of VPN gateways",
      secure: "already encrypted",
      confusion: "A habit: IANA lists cirrossp here"),
    Service(
      11_434, .tcp, .extended, "Ollama", iana: "ollama",
      purpose: "language models on one's own machine",
      secure: "loopback only"),
    Service(
      16_686, .tcp, .extended, "Jaeger UI",
      purpose: "shows traces of requests",
      secure: "loopback only",
      confusion: "A habit: unassigned at IANA"),
    Service(
      19_132, .udp, .extended, "Minecraft Bedrock",
      purpose: "game server, Bedrock edition",
      confusion: "The Java edition is 25565/tcp"),
    Service(
      22_000, .both, .extended, "Syncthing", registry: ["snapenetio"],
      purpose: "keeps files on several devices the same",
      secure: "already encrypted",
      confusion: "A habit: IANA lists snapenetio here"),
    Service(
      25_565, .tcp, .extended, "Minecraft Java",
      purpose: "game server, Java edition",
      confusion: "The Bedrock edition is 19132/udp"),
    Service(
      26_257, .tcp, .extended, "CockroachDB", iana: "cockroach",
      purpose: "distributed SQL database",
      secure: "TLS on the same port"),
    Service(
      26_379, .tcp, .extended, "Redis Sentinel",
      purpose: "watches Redis and picks a new primary",
      secure: "TLS by configuration",
      confusion: "6379 + 20000"),
    Service(
      27_015, .both, .extended, "Source engine games",
      purpose: "game servers",
      confusion: "Two below MongoDB's 27017"),
    Service(
      30_000, .tcp, .extended, "First Kubernetes NodePort", registry: ["ndmps"],
      groups: [.containers],
      purpose: "the first of the node ports 30000 to 32767",
      secure: "block it at the firewall",
      confusion: "The range ends just below the ephemeral range of Linux; IANA lists ndmps"),
    Service(
      32_400, .tcp, .extended, "Plex", iana: "plex",
      purpose: "media server",
      secure: "TLS on the same port"),
    Service(
      33_060, .tcp, .extended, "MySQL X protocol", iana: "mysqlx",
      purpose: "MySQL as a document store",
      secure: "TLS on the same port",
      confusion: "3306 with a 0 behind it"),
    Service(
      33_434, .udp, .extended, "traceroute", iana: "traceroute",
      purpose: "destination port of the first probe",
      confusion: "Unix traceroute; Windows sends ICMP instead"),
    Service(
      35_729, .tcp, .extended, "LiveReload",
      purpose: "reloads a page when its file changes",
      secure: "loopback only",
      confusion: "A habit: unassigned at IANA"),
    Service(
      44_818, .tcp, .extended, "EtherNet/IP", iana: "EtherNet/IP-2",
      registry: ["EtherNet-IP-2", "EtherNet/IP-2"],
      purpose: "industrial control",
      secure: "keep it in a network of its own"),
    Service(
      47_808, .udp, .extended, "BACnet", iana: "bacnet",
      purpose: "building automation",
      secure: "BACnet/SC, which uses TLS",
      confusion: "In hexadecimal the number is BAC0"),
    Service(
      50_000, .tcp, .extended, "Jenkins agents / Db2",
      purpose: "Jenkins build agents; Db2 database",
      secure: "TLS by configuration",
      confusion: "In the dynamic range: IANA can never assign it"),
    Service(
      50_051, .tcp, .extended, "gRPC examples",
      purpose: "usual port of gRPC tutorials",
      secure: "TLS by configuration",
      confusion: "In the dynamic range: IANA can never assign it"),
    Service(
      51_413, .both, .extended, "Transmission",
      purpose: "BitTorrent client",
      secure: "protocol encryption",
      confusion: "In the dynamic range: IANA can never assign it"),
    Service(
      61_616, .tcp, .extended, "ActiveMQ",
      purpose: "message broker",
      secure: "61617 (TLS)",
      confusion: "In the dynamic range, but above 60999, where the one of Linux ends"),
    Service(
      64_738, .both, .extended, "Mumble",
      purpose: "voice chat",
      secure: "already encrypted",
      confusion: "In the dynamic range: IANA can never assign it"),
  ]
}
