/// Where the program keeps what, worked out from an environment and nothing else.
///
/// The rules are those of the XDG Base Directory Specification 0.8: a variable that is empty counts
/// as not set, and one that holds a relative path is ignored.
struct Folders: Hashable, Sendable {
  /// The folder of the learner's record; nil where nothing names one.
  ///
  /// In this order: the option `--data`, the variable `PORTSIDE_DATA`, `portside` in
  /// `XDG_DATA_HOME`, and `.local/share/portside` in the home folder.
  let data: String?
  /// The folder of what may be lost, such as reports of crashes; nil where nothing names one.
  ///
  /// It is `portside` in `XDG_STATE_HOME`, or `.local/state/portside` in the home folder.
  let state: String?

  /// Works out the folders.
  ///
  /// - Parameters:
  ///   - environment: The variables by name.
  ///   - dataOption: What `--data` gave, if it was given; a relative path means the current folder.
  init(environment: [String: String], dataOption: String? = nil) {
    func folder(_ variable: String, orInHome path: String) -> String? {
      if let base = Self.absolute(environment[variable]) { return Self.join(base, "portside") }
      return Self.absolute(environment["HOME"]).map { Self.join($0, path) }
    }
    data =
      dataOption ?? Self.nonEmpty(environment["PORTSIDE_DATA"])
      ?? folder("XDG_DATA_HOME", orInHome: ".local/share/portside")
    state = folder("XDG_STATE_HOME", orInHome: ".local/state/portside")
  }

  private static func nonEmpty(_ value: String?) -> String? {
    value.flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func absolute(_ value: String?) -> String? {
    value.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }

  private static func join(_ base: String, _ path: String) -> String {
    base.hasSuffix("/") ? base + path : base + "/" + path
  }
}
