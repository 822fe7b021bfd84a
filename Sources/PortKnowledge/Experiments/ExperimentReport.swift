/// What a running kernel did with an experiment.
public struct ExperimentReport: Hashable, Sendable {
  /// A call for which the model says something, with the kernel's word beside it.
  public struct Finding: Hashable, Sendable {
    /// The call, for example `B: bind(127.0.0.1:8080)`.
    public var call: String
    /// What the model says.
    public var model: ExperimentOutcome
    /// What the kernel did.
    public var kernel: ExperimentOutcome
    /// Whether this is what the question asks for.
    public var isAsked: Bool

    /// A call with both outcomes.
    public init(
      call: String, model: ExperimentOutcome, kernel: ExperimentOutcome, isAsked: Bool
    ) {
      self.call = call
      self.model = model
      self.kernel = kernel
      self.isAsked = isAsked
    }

    /// Whether they are the same.
    public var agrees: Bool { model.agrees(with: kernel) }
  }

  /// The calls as they were made.
  public var calls: [CallRecord]
  /// Every call for which the model says something, up to the first that had to succeed and did
  /// not.
  public var findings: [Finding]
  /// What played what, for example `192.0.2.10:443 ran as 127.0.0.10:40211`.
  public var standIns: [String]
  /// What this machine lacks or why the case could not be built; nil where it was.
  public var obstacle: String?
  /// How long it took, in microseconds.
  public var microseconds: Int

  /// A report with all its parts.
  public init(
    calls: [CallRecord], findings: [Finding], standIns: [String], obstacle: String?,
    microseconds: Int
  ) {
    self.calls = calls
    self.findings = findings
    self.standIns = standIns
    self.obstacle = obstacle
    self.microseconds = microseconds
  }

  /// Whether the kernel could be asked; nothing is compared where it could not.
  public var isAnswered: Bool { obstacle == nil }
  /// The calls of which the kernel made something else than the model.
  public var disagreements: [Finding] { findings.filter { !$0.agrees } }
}
