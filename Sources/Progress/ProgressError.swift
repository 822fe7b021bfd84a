/// Why the learner's record could not be opened, read or added to.
public struct ProgressError: Error, Hashable, CustomStringConvertible {
  /// What went wrong.
  public enum Reason: Hashable, Sendable {
    /// The folder could not be made or is not to be entered; the reason in the system's words.
    case folder(String)
    /// The file could not be made, or something that is no file stands in its place; the reason in
    /// words.
    case file(String)
    /// The file, or its folder, may only be read.
    case readOnly
    /// The content is not a whole SQLite database any more, or never was one.
    case damaged
    /// Another file stands in the place of the one that was opened, or none.
    case replaced
    /// The file is a database of some other program.
    case foreign
    /// The file has a newer layout than this program knows.
    case newer(layout: Int, known: Int)
    /// Another program kept the file to itself for longer than was waited, in seconds.
    case busy(seconds: Int)
    /// The disk is full.
    case full
    /// A row broke one of the table's rules; the rule in SQLite's words.
    case refused(String)
    /// What was to be merged takes back a review that is in neither log; the card's id.
    case nothingToTakeBack(card: String)
    /// A setting without which a power cut could take answers did not hold; its name.
    case unsafe(setting: String)
    /// Something else, in SQLite's words.
    case other(String)
  }

  /// The file or folder this is about.
  public let path: String
  /// What went wrong.
  public let reason: Reason

  /// One sentence: what is wrong, where, and what to do.
  ///
  /// It begins with a small letter or the path, so that it can follow a colon.
  public var description: String {
    switch reason {
    case .folder(let why):
      "the folder \(path) cannot be used (\(why)); choose another one with --data."
    case .file(let why):
      "the file \(path) cannot be used (\(why)); choose another folder with --data."
    case .readOnly:
      "\(path) cannot be written to; make it and its folder writable, or choose another folder "
        + "with --data."
    case .damaged:
      "\(path) is damaged or is no database; move it away to start anew, or choose another folder "
        + "with --data."
    case .replaced:
      "another file has taken the place of \(path); start Portside anew to go on with that one."
    case .foreign:
      "\(path) is the database of another program; choose another folder with --data."
    case .newer(let layout, let known):
      "\(path) was written by a newer Portside (layout \(layout), this program knows \(known)); "
        + "use the newer program, or choose another folder with --data."
    case .busy(let seconds):
      "another program has kept \(path) busy for \(seconds) seconds; close it and try again."
    case .full:
      "the disk that holds \(path) is full; make some room and try again."
    case .refused(let rule):
      "\(path) refused a row that breaks its rules (\(rule)); please report this as a fault of "
        + "Portside."
    case .nothingToTakeBack(let card):
      "nothing was added to \(path), because a review of \(card) is to be taken back that is not "
        + "there; import the log that has it first."
    case .unsafe(let setting):
      "\(path) would not be safe from a power cut (SQLite did not keep \(setting)); choose a folder "
        + "on another disk with --data."
    case .other(let message):
      "\(path) cannot be used (\(message)); choose another folder with --data."
    }
  }
}
