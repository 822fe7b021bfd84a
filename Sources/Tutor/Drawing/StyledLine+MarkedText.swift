import PortKnowledge
import TerminalUI

extension StyledLine {
  /// A marked line with each part in its role; one without marks shows its 5-tuples, if it has any.
  init(_ marked: MarkedText) {
    if marked.spans.count == 1, marked.spans[0].mark == .plain {
      self.init(tuplesIn: marked.spans[0].text)
      return
    }
    self.init(marked.spans.map { Run(DisplayText($0.text), Style($0.mark)) })
  }
}

extension Style {
  /// The look of a mark.
  init(_ mark: MarkedText.Mark) {
    switch mark {
    case .plain: self = .text
    case .field(let field): self.init(Role(field))
    case .decisive: self.init(.accent, isBold: true)
    case .faint: self = .dim
    }
  }
}

extension Role {
  /// The role of a field of a 5-tuple.
  init(_ field: TupleField) {
    switch field {
    case .transport: self = .transport
    case .sourceAddress: self = .sourceAddress
    case .sourcePort: self = .sourcePort
    case .destinationAddress: self = .destinationAddress
    case .destinationPort: self = .destinationPort
    }
  }
}
