import Progress

extension ProgressStore {
  /// Opens the record where the folders say, for a command that is of no use without it.
  ///
  /// - Throws: `CommandFailure` where there is none, or it cannot be opened.
  static func open(_ folders: Folders) throws(CommandFailure) -> ProgressStore {
    guard let folder = folders.data else {
      throw CommandFailure(
        "neither HOME nor XDG_DATA_HOME names a folder of your record; choose one with --data.")
    }
    do throws(ProgressError) {
      return try open(folder: folder)
    } catch {
      throw CommandFailure(error.description)
    }
  }
}
