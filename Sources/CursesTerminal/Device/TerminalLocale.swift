import Glibc

/// The character set that the environment asks for.
enum TerminalLocale {
  /// Whether text is written as UTF-8; the first use sets the process's character set.
  ///
  /// Only the character set is taken from the environment (`LC_CTYPE`), so that the texts of errors
  /// and the decimal point stay as they are. Where the named locale is not installed but its name
  /// says UTF-8, as on many small systems reached over ssh, the C library's own UTF-8 locale stands
  /// in.
  static let isUTF8: Bool = {
    if setlocale(LC_CTYPE, "") == nil, namesUTF8(requested) {
      setlocale(LC_CTYPE, "C.UTF-8")
    }
    guard let name = nl_langinfo(nl_item(CODESET)) else { return false }
    return namesUTF8(String(cString: name))
  }()

  /// The locale's name that applies (locale(7)).
  private static var requested: String {
    for variable in ["LC_ALL", "LC_CTYPE", "LANG"] {
      if let value = getenv(variable), value.pointee != 0 { return String(cString: value) }
    }
    return ""
  }

  /// Whether the name of a locale or of a character set says UTF-8.
  static func namesUTF8(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix("utf-8") || name.hasSuffix("utf8")
  }
}
