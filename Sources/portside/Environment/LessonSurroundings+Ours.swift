import Curriculum
import Demos
import PortKnowledge
import TerminalUI

extension LessonSurroundings {
  /// The demos of this program, and what its screens can write with ASCII alone.
  static let ours = LessonSurroundings(
    demos: Set(DemoCatalog.all.map(\.id)),
    hasStandIn: { $0.unicodeScalars.allSatisfy(ASCIIStandIn.isKnown) })
}
