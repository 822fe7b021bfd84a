import Progress
import TerminalUI

extension ProgressStore {
  /// Opens the record where the folders say, for a command that is of no use without it, and tells
  /// on standard error where something is out of the ordinary.
  ///
  /// - Parameters:
  ///   - folders: Where the record is.
  ///   - isToAdd: Whether the command is of no use where nothing can be added.
  /// - Returns: The record.
  /// - Throws: `CommandFailure` where there is none, or it cannot be opened for that.
  static func open(_ folders: Folders, isToAdd: Bool) throws(CommandFailure) -> ProgressStore {
    guard let folder = folders.data else {
      throw CommandFailure(
        "neither HOME nor XDG_DATA_HOME names a folder of your record; choose one with --data.")
    }
    let store: ProgressStore
    do throws(ProgressError) {
      store = try open(folder: folder)
    } catch {
      throw CommandFailure(error.description)
    }
    switch store.opening {
    case .readOnly(let error) where isToAdd:
      throw CommandFailure(error.description)
    case .readOnly(let error):
      if case .newer = error.reason {
        tell("What only a newer Portside knows is left out: \(error)")
      }
    case .ordinary, .upgraded, .rescued:
      store.opening.news.map(tell)
    }
    return store
  }

  private static func tell(_ sentence: String) {
    PlainConsole().complain(DisplayText(sentence))
  }
}
