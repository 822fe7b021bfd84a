import Glibc

/// What the system says of an error, with a small letter.
func systemWords(_ code: CInt) -> String {
  String(cString: strerror(code)).lowercased()
}
