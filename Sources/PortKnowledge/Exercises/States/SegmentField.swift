/// A field of a segment that can be asked for.
enum SegmentField: String, CaseIterable {
  case flags
  case sequence
  case acknowledgement

  /// The title above it.
  var title: String {
    switch self {
    case .flags: "flags"
    case .sequence: "seq"
    case .acknowledgement: "ack"
    }
  }
}

/// A field of one segment of a trace.
struct SegmentCell: Hashable {
  let index: Int
  let field: SegmentField

  init(_ index: Int, _ field: SegmentField) {
    self.index = index
    self.field = field
  }
}
