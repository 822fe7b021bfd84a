extension Service {
  /// Every name that counts where the service's name is typed, the common name first.
  ///
  /// The common name and its parts, IANA's name, the aliases of /etc/services, and further names by
  /// which people know it.
  var typedNames: [String] {
    var seen: Set<String> = []
    return (names + (Self.furtherNames[port] ?? [])).filter {
      seen.insert($0.lowercased()).inserted
    }
  }

  /// Whether one may be asked to type its name: not where a number is the default of many products
  /// that nobody could list.
  var canBeTyped: Bool { !Self.ofManyProducts.contains(port) }

  /// Whether a text tells one of the names that may be typed.
  func isNamed(by text: String) -> Bool {
    let words = Self.words(text)
    return typedNames.contains { Self.occurs(Self.words($0), in: words) }
  }

  private static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }

  private static func occurs(_ name: [String], in text: [String]) -> Bool {
    guard !name.isEmpty, name.count <= text.count else { return false }
    return (0...(text.count - name.count)).contains {
      text[$0..<$0 + name.count].elementsEqual(name)
    }
  }

  private static let ofManyProducts: Set<PortNumber> = [
    0, 3000, 5000, 5433, 8000, 8080, 8081, 8443, 9000, 9443, 30000, 50000,
  ]

  /// Names beyond those of the table, which only the port's own row has.
  private static let furtherNames: [PortNumber: [String]] = [
    22: ["secure shell", "OpenSSH"], 443: ["HTTP over TLS", "HTTP/3"],
    465: ["submission", "SMTP submission", "mail submission", "SMTP over TLS"],
    587: ["SMTP submission", "mail submission"],
    993: ["IMAP over TLS", "IMAP over SSL"], 995: ["POP3 over TLS", "POP3 over SSL"],
    5173: ["Vite"], 5432: ["pgsql"], 27017: ["mongo"],
    67: ["DHCP"], 68: ["DHCP"], 111: ["portmap", "RPC"],
    135: ["MSRPC", "MS RPC", "MS-RPC", "endpoint mapper", "RPC endpoint mapper"],
    137: ["NetBIOS", "NetBIOS name service"], 138: ["NetBIOS", "NetBIOS datagram service"],
    139: ["NetBIOS", "NetBIOS session service"], 162: ["SNMP traps"], 445: ["CIFS", "Samba"],
    500: ["IPsec", "IKEv2"], 515: ["LPR"], 546: ["DHCPv6"], 547: ["DHCPv6"],
    636: ["LDAP over TLS", "LDAP over SSL"], 853: ["DNS over TLS", "DNS over QUIC"],
    873: ["rsyncd"], 990: ["FTP over TLS"], 1080: ["SOCKS5", "SOCKS proxy"],
    1433: ["MSSQL", "MS SQL", "MS SQL Server", "Microsoft SQL Server"],
    1434: ["MSSQL Browser", "SQL Browser"],
    1521: ["Oracle", "Oracle DB", "Oracle database", "Oracle listener", "TNS"],
    1812: ["RADIUS", "RADIUS authentication"], 1813: ["RADIUS", "radius-acct"],
    2375: ["Docker API"], 2376: ["Docker API", "Docker", "Docker over TLS", "Docker TLS"],
    2379: ["etcd"], 2380: ["etcd"], 3128: ["Squid proxy"], 3268: ["Global Catalog"],
    3389: ["remote desktop", "remote desktop protocol"],
    4500: ["NAT-T", "IPsec NAT traversal", "IPsec"], 5222: ["XMPP", "Jabber"],
    5269: ["XMPP", "Jabber"], 5353: ["multicast DNS", "Bonjour", "Avahi"], 5672: ["RabbitMQ"],
    5671: ["AMQP over SSL"], 5985: ["WinRM"], 5986: ["WinRM"],
    6443: ["Kubernetes", "Kubernetes API server", "kube-apiserver", "k8s"],
    8883: ["MQTTS", "MQTT over SSL"], 8888: ["JupyterLab", "Jupyter notebook"],
    9092: ["Kafka", "Apache Kafka"], 9200: ["Elasticsearch", "OpenSearch"],
    9300: ["Elasticsearch", "OpenSearch"], 10250: ["kubelet"],
    15672: ["RabbitMQ", "RabbitMQ web"],
    502: ["Modbus", "Modbus TCP"], 902: ["ESXi", "VMware"], 1414: ["MQ", "WebSphere MQ"],
    1494: ["Citrix"], 2000: ["SCCP"], 2222: ["SSH"], 2483: ["Oracle"], 2484: ["Oracle"],
    2525: ["SMTP", "submission"], 3074: ["Xbox"], 4200: ["Angular", "ng serve"],
    4317: ["OTLP"], 4318: ["OTLP", "OpenTelemetry"], 4444: ["Selenium"], 4505: ["Salt"],
    5005: ["JDWP"], 5037: ["adb"], 5201: ["iperf"], 5555: ["adb"], 6010: ["X11"],
    6697: ["IRCS"], 6380: ["Redis", "Redis over TLS"], 7000: ["Cassandra"], 7474: ["Neo4j"],
    7687: ["Neo4j"],
    7946: ["Docker Swarm", "Swarm"], 8009: ["AJP"], 8472: ["VXLAN"], 8500: ["Consul"],
    8501: ["Consul"], 8600: ["Consul"], 9042: ["Cassandra", "CQL"], 9050: ["Tor"],
    9093: ["Kafka"], 9100: ["node exporter"], 9222: ["Chrome"], 9229: ["Node", "Node.js"],
    9418: ["git"], 10050: ["Zabbix"], 10051: ["Zabbix"], 19132: ["Minecraft"],
    25565: ["Minecraft"], 26379: ["Sentinel"], 33060: ["MySQL X"], 50051: ["gRPC"],
    61616: ["Active MQ"],
  ]
}
