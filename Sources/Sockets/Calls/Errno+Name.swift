import CLinux
public import SystemPackage

// SystemPackage has the numbers and their Swift names, but not the names that man pages use; and its
// description follows the locale.
extension Errno {
  /// The name as C programmers write it, for example `EADDRINUSE`.
  ///
  /// `errno 4095` for a number that the C library does not know; strerrorname_np(3).
  public var name: String {
    portside_errno_name(rawValue).map { String(cString: $0) } ?? "errno \(rawValue)"
  }

  /// What it means in a few words, for example `address already in use`; strerrordesc_np(3).
  public var meaning: String {
    guard let text = portside_errno_description(rawValue) else { return "unknown error" }
    let words = String(cString: text)
    // "RPC struct is bad" and the like keep their capitals.
    guard words.dropFirst().first?.isLowercase == true else { return words }
    return words.prefix(1).lowercased() + words.dropFirst()
  }
}
