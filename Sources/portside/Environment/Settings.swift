import Foundation

/// What the shared options and the environment say about a run.
///
/// A value of its own because the tutor that opens without arguments is started without parsing
/// any, which takes a third of its time to the first screen.
struct Settings: Hashable, Sendable {
  /// What `--data` gave.
  var data: String?
  /// What `--lessons` gave.
  var lessons: String?
  /// Whether `--no-color` was given.
  var noColor = false
  /// The variables by name.
  var environment = ProcessInfo.processInfo.environment

  /// Where the program keeps what.
  var folders: Folders {
    Folders(environment: environment, dataOption: data)
  }

  /// Whether colours are off: by the option, or by `NO_COLOR` with any value but an empty one.
  var colorIsOff: Bool {
    noColor || environment["NO_COLOR"]?.isEmpty == false
  }
}
