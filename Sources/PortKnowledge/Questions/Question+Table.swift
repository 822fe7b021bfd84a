extension Question {
  /// A table with blanks.
  public struct Table: Hashable, Sendable {
    /// The titles above the cells, without that of the row's name.
    public var columns: [String]
    /// The rows from top to bottom.
    public var rows: [Row]

    /// A row: its name and one cell for each column.
    public struct Row: Hashable, Sendable {
      /// What the row is about, for example `client`.
      public var name: String
      /// Its cells, as many as there are columns.
      public var cells: [Cell]

      /// A row with its cells.
      public init(_ name: String, _ cells: [Cell]) {
        self.name = name
        self.cells = cells
      }
    }

    /// A cell of a row.
    public enum Cell: Hashable, Sendable {
      /// Something that is given.
      case given(String)
      /// Something to be filled in: 2 to 9 choices, of which exactly one is right.
      case blank([Option])
    }

    /// A blank and where it stands.
    public struct Blank: Hashable, Sendable {
      /// The row's name and the column's title, for example `client, after close()`.
      public var name: String
      /// What it can be filled with.
      public var choices: [Option]

      /// The index of the right choice.
      public var right: Int { choices.firstIndex { $0.isRight } ?? 0 }
    }

    /// Titles and rows.
    public init(columns: [String], rows: [Row]) {
      self.columns = columns
      self.rows = rows
    }

    /// The blanks, row by row.
    public var blanks: [Blank] {
      rows.flatMap { row in
        row.cells.enumerated().compactMap { index, cell in
          guard case .blank(let choices) = cell else { return nil }
          let column = columns.indices.contains(index) ? columns[index] : ""
          let name = columns.count > 1 && !column.isEmpty ? "\(row.name), \(column)" : row.name
          return Blank(name: name, choices: choices)
        }
      }
    }
  }
}
