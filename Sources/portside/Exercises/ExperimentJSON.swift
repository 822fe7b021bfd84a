import PortKnowledge

/// Experiments, and what the kernel made of them, as JSON.
enum ExperimentJSON {
  /// The calls with what the model says of each, and what they need.
  static func value(_ experiment: Experiment) -> JSONValue {
    .object([
      "steps": .list(experiment.steps.map(value)),
      "standIns": .object(
        Dictionary(
          uniqueKeysWithValues: experiment.standIns.map {
            ($0.key.description, JSONValue.string($0.value.description))
          })),
      "fixedPorts": .list(experiment.fixedPorts.sorted().map { .number(Int($0.rawValue)) }),
      "needs": .list(experiment.needs.map(\.rawValue).sorted().map(JSONValue.string)),
    ])
  }

  /// What the kernel did, beside what the model says.
  static func value(_ report: ExperimentReport) -> JSONValue {
    .object([
      "agrees": report.isAnswered ? .truth(report.disagreements.isEmpty) : .null,
      "obstacle": .optional(report.obstacle),
      "microseconds": .number(report.microseconds),
      "findings": .list(
        report.findings.map { finding in
          .object([
            "call": .string(finding.call), "model": .string(finding.model.description),
            "kernel": .string(finding.kernel.description), "agrees": .truth(finding.agrees),
            "isAsked": .truth(finding.isAsked),
          ])
        }),
      "calls": .list(report.calls.map { .string("\($0.actor): \($0)") }),
      "standIns": .list(report.standIns.map(JSONValue.string)),
    ])
  }

  private static func value(_ step: ExperimentStep) -> JSONValue {
    var members = call(step.call)
    members["socket"] = .string(step.socket)
    members["expected"] = .optional(step.expected?.description)
    members["isAsked"] = .truth(step.isAsked)
    members["text"] = .string(step.call.description)
    return .object(members)
  }

  private static func call(_ call: ExperimentCall) -> [String: JSONValue] {
    func named(_ name: String, _ more: [String: JSONValue] = [:]) -> [String: JSONValue] {
      more.merging(["call": .string(name)]) { $1 }
    }
    func to(_ endpoint: Endpoint) -> [String: JSONValue] {
      ["address": .string("\(endpoint.address)"), "port": .number(Int(endpoint.port.rawValue))]
    }
    switch call {
    case .open(let transport, let isIPv6):
      return named(
        "socket",
        [
          "transport": .string(transport.rawValue),
          "family": .string(isIPv6 ? "AF_INET6" : "AF_INET"),
        ])
    case .set(let option, let value):
      return named("setsockopt", ["option": .string(option.rawValue), "value": .number(value)])
    case .bind(let endpoint): return named("bind", to(endpoint))
    case .listen(let backlog): return named("listen", ["backlog": .number(backlog)])
    case .connect(let endpoint): return named("connect", to(endpoint))
    case .beginConnect(let endpoint): return named("connectWithoutWaiting", to(endpoint))
    case .accept(let name): return named("accept", ["as": .string(name)])
    case .send(let text): return named("send", ["data": .string(text)])
    case .sendTo(let text, let endpoint):
      return named("sendto", to(endpoint).merging(["data": .string(text)]) { $1 })
    case .receive(let count): return named("recv", ["length": .number(count)])
    case .sendBytes(let count): return named("send", ["length": .number(count)])
    case .connectToSocket(let name): return named("connect", ["toSocket": .string(name)])
    case .sendToSocket(let text, let name):
      return named("sendto", ["data": .string(text), "toSocket": .string(name)])
    case .receiveWhen(let arrived, let count):
      return named("recv", ["length": .number(count), "waitForBytes": .number(arrived)])
    case .shutdownWriting: return named("shutdown", ["how": "SHUT_WR"])
    case .shutdownReading: return named("shutdown", ["how": "SHUT_RD"])
    case .shutdownBoth: return named("shutdown", ["how": "SHUT_RDWR"])
    case .close: return named("close")
    case .abort: return named("closeWithLinger0")
    case .localEndpoint: return named("getsockname")
    case .remoteEndpoint: return named("getpeername")
    case .pendingError: return named("getsockopt", ["option": "SO_ERROR"])
    case .state: return named("lookAtState")
    case .queues: return named("lookAtQueues")
    case .procLine: return named("lookAtProcLine")
    case .procQueues: return named("lookAtProcQueues")
    case .filtered(let filter, let names):
      return named(
        "lookWhatAFilterShows",
        ["filter": .string(filter), "among": .list(names.map(JSONValue.string))])
    case .receiverCount(let names):
      return named("lookHowManyGotIt", ["among": .list(names.map(JSONValue.string))])
    case .receiver(let names):
      return named("lookWhoGotIt", ["among": .list(names.map(JSONValue.string))])
    case .spread(let clients, let endpoint, let names):
      return named(
        "spreadClients",
        to(endpoint).merging([
          "clients": .number(clients), "over": .list(names.map(JSONValue.string)),
        ]) { $1 })
    case .fill(let clients, let endpoint):
      return named("fillQueue", to(endpoint).merging(["clients": .number(clients)]) { $1 })
    }
  }
}
