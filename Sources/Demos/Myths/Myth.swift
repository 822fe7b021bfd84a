import PortKnowledge
import Sockets

/// Something people say about ports, and how the kernel is asked whether it is so.
struct Myth: Sendable {
  /// The id under which the judgement is kept; never changes.
  var id: String
  /// A few words for the step's title.
  var title: String
  /// What is said.
  var quote: String
  /// What will be done to find out.
  var trial: String
  /// Whether it is so.
  var isTrue: Bool
  /// Why those are wrong who judge the other way.
  var mistake: String
  /// Why it is or is not so.
  var explanation: String
  /// The trial; what came of it, in words, and whether that bears the saying out.
  var run: @Sendable (DemoStage) throws -> (evidence: String, holds: Bool)

  /// The step that judges it.
  var step: DemoStep {
    let right = isTrue ? "true" : "false"
    func option(_ value: String) -> Prediction.Option {
      Prediction.Option(
        value: value, text: value, explanation: value == right ? explanation : mistake)
    }
    return DemoStep(
      title,
      narration: { [quote] _ in "People say: \"\(quote)\"" },
      prediction: Prediction(
        id: "demo-myths-\(id)", topic: "myths",
        prompt: { [trial] _ in "Is it true? To find out, \(trial)" },
        options: [option("true"), option("false")], expected: right, explanation: explanation,
        measure: { stage in
          Prediction.Measurement(
            value: stage.notes["verdict"] ?? "", text: stage.notes["evidence"] ?? "")
        }),
      work: { [run] stage in
        stage.beginAfresh()
        let (evidence, holds) = try run(stage)
        stage.notes["evidence"] = "\(evidence), so it is \(holds)"
        stage.notes["verdict"] = "\(holds)"
      })
  }
}
