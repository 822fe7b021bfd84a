/// Reads one file of a bank.
public struct LessonBankReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads the bytes of a file with one of the names that a bank's files have; `file` is its path.
  ///
  /// What other files would have to answer to, demos and follow-up questions, is not asked. Throws
  /// every fault of the file at once.
  public func read(_ bytes: [UInt8], file: String) throws(LessonFaults) -> LessonBank {
    var document = BankDocument()
    let name = file.split(separator: "/").last.map(String.init) ?? file
    document.read(bytes, name: name, path: file)
    let faults = document.faults.flatMap(\.inOrder)
    guard faults.isEmpty else { throw LessonFaults(faults) }
    return document.bank
  }
}
