/// A name in a file of the bank that something else must answer to, with its place.
struct BankMark {
  var file: String
  var name: String
  var position: SourcePosition
}
