extension InspectedTable {
  /// The rows of one program, by its process's name, and those that belong to them: other ends,
  /// connections that were not accepted yet, and what is left of closed ones.
  ///
  /// For a class in which nothing else of the machine is to be seen.
  public func rows(ofProgram name: String) -> Set<Int> {
    func holds(_ row: SocketRow?) -> Bool { row?.owners.contains { $0.name == name } ?? false }
    return Set(
      rows.indices.filter { place in
        let row = rows[place]
        if holds(row) { return true }
        // A row with an owner of its own is somebody else's, unless it is the other end.
        return holds(mirror(of: row)) || (row.owners.isEmpty && holds(listener(of: row)))
      })
  }
}
