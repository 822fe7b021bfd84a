import TerminalUI

/// Why a command could not do its work, as one sentence that is safe to show.
///
/// ArgumentParser writes the description of an error to standard error as it is, so it is made safe
/// here; the exit status is 1.
struct CommandFailure: Error, CustomStringConvertible {
  /// The sentence.
  let description: String

  /// A failure told in a sentence, which may hold names from outside.
  init(_ sentence: String) {
    description = DisplayText(sentence).string
  }
}
