import Progress

extension ProgressOpening {
  /// What became of the record, in one sentence; nil where nothing is out of the ordinary.
  var news: String? {
    switch self {
    case .ordinary, .upgraded: return nil
    case .readOnly(let error):
      return "From now on nothing you do will be kept: \(error)"
    case .rescued(let kept, let damagedFile):
      let rest =
        kept == ProgressCounts()
        ? "none of it could be read, so a new one begins"
        : "\(kept) could be read and went into a new file"
      return
        "The record of your progress was damaged: \(rest), and the damaged file is kept as "
        + "\(damagedFile)."
    }
  }
}
