import Demos
import PortKnowledge

/// Starts a demo live, or from its recording where this machine gives no sockets.
enum DemoStart {
  /// The demo, ready to be started.
  static func running(
    _ demo: Demo, report: @escaping @Sendable (DemoEvent) -> Void
  ) -> any RunningDemo {
    guard let obstacle = LiveObstacle.find(),
      let recording = shipped(demo.summary.id, because: obstacle)
    else { return DemoRunner(demo, report: report) }
    return DemoReplay(recording, report: report)
  }

  /// The recording of a demo that came along; nil where there is none that can be read.
  static func shipped(_ id: String, because reason: String?) -> DemoRecording? {
    let folders = LessonsFolder.candidates(
      of: "Recordings", executable: LessonsFolder.executable)
    for folder in folders {
      if var recording = try? RecordingFile.read("\(folder)/\(id).jsonl") {
        recording.note.reason = reason
        return recording
      }
    }
    return nil
  }
}
