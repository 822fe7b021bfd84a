import Glibc

/// What the environment says about the user's character set.
enum TextLocale {
  /// Whether the locale's character set is UTF-8, by the variables that decide it (locale(7)).
  static var isUTF8: Bool {
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      let locale = String(cString: value).lowercased()
      return locale.contains("utf-8") || locale.contains("utf8")
    }
    return false
  }
}
