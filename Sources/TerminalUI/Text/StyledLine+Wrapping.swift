extension StyledLine {
  /// The widest line of running text on any screen, in columns.
  public static let measure = 76

  /// The line broken at spaces into lines of at most so many columns.
  ///
  /// A word that is longer than a line is broken where the line ends. Spaces at a break disappear.
  /// The second and later lines are moved to the right by `hanging` columns.
  public func wrapped(to columns: Int, hanging: Int = 0) -> [StyledLine] {
    var wrapper = Wrapper(limit: max(1, columns), hanging: min(hanging, max(0, columns - 1)))
    for word in words { wrapper.add(word) }
    return wrapper.finished()
  }

  /// A word with the spaces before it, as scalars with their looks.
  private struct Word {
    var spaces: [(Unicode.Scalar, Style)] = []
    var scalars: [(Unicode.Scalar, Style)] = []
    var columns: Int { scalars.reduce(0) { $0 + ScalarWidth.columns(of: $1.0) } }
  }

  private var words: [Word] {
    var words: [Word] = []
    var word = Word()
    for run in runs {
      for scalar in run.text.string.unicodeScalars {
        if scalar == " " {
          if !word.scalars.isEmpty {
            words.append(word)
            word = Word()
          }
          word.spaces.append((scalar, run.style))
        } else {
          word.scalars.append((scalar, run.style))
        }
      }
    }
    if !word.scalars.isEmpty { words.append(word) }
    return words
  }

  /// Collects words into lines.
  private struct Wrapper {
    let limit: Int
    let hanging: Int
    private var lines: [StyledLine] = []
    private var line: [(Unicode.Scalar, Style)] = []
    private var used = 0

    init(limit: Int, hanging: Int) {
      self.limit = limit
      self.hanging = hanging
    }

    mutating func add(_ word: Word) {
      let isFirst = used == indent && line.count == indent
      if !isFirst, used + word.spaces.count + word.columns > limit { breakLine() }
      let atStart = used == indent && line.count == indent
      if !atStart || lines.isEmpty {
        for space in word.spaces where used < limit { append(space) }
      }
      for scalar in word.scalars {
        // What combines stays with its base, also where that is wider than the line.
        let width = ScalarWidth.columns(of: scalar.0)
        if width > 0, used + width > limit { breakLine() }
        append(scalar)
      }
    }

    mutating func finished() -> [StyledLine] {
      if !line.isEmpty || lines.isEmpty { flush() }
      return lines
    }

    private var indent: Int { lines.isEmpty ? 0 : hanging }

    private mutating func append(_ scalar: (Unicode.Scalar, Style)) {
      line.append(scalar)
      used += ScalarWidth.columns(of: scalar.0)
    }

    private mutating func breakLine() {
      flush()
      line = Array(repeating: (" ", .text), count: hanging)
      used = hanging
    }

    /// Joins neighbouring scalars of one look into runs.
    private mutating func flush() {
      var runs: [Run] = []
      var text = String.UnicodeScalarView()
      var style = line.first?.1 ?? .text
      for (scalar, look) in line {
        if look != style {
          runs.append(Run(DisplayText(String(text)), style))
          text = String.UnicodeScalarView()
          style = look
        }
        text.append(scalar)
      }
      if !text.isEmpty { runs.append(Run(DisplayText(String(text)), style)) }
      lines.append(StyledLine(runs))
    }
  }
}
