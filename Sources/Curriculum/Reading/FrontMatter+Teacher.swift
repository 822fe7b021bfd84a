extension FrontMatter {
  private static let teacherFields = ["minutes", "notes"]

  /// The block for teachers, which a lesson may leave out; what is wrong with it is reported.
  static func teacher(_ value: YAMLValue, faults: inout FaultList) -> TeacherNotes? {
    guard
      let fields = YAMLFields(
        value, owner: "\"teacher\"", known: teacherFields, faults: &faults)
    else { return nil }
    let minutes = fields.required("minutes", faults: &faults)?
      .number("minutes", in: 1...120, faults: &faults)
    let notes = fields.required("notes", faults: &faults)?.texts("notes", faults: &faults)
    guard let minutes, let notes else { return nil }
    return TeacherNotes(minutes: minutes, notes: notes)
  }
}
