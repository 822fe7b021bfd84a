/// Who may import whom: the table of the architecture article, as data.
///
/// The standard library needs no line. A name in `platform` is the C library or a part of the
/// toolchain; everything else is a module of this package or of a dependency.
enum ModuleTable {
  /// A module's line of the table.
  struct Line: Sendable {
    /// The modules it may import.
    let modules: Set<String>
    /// What it may import of the platform.
    let platform: Set<String>
  }

  /// Every Swift module below `Sources`.
  static let lines: [String: Line] = [
    "PortKnowledge": Line(modules: [], platform: []),
    // Reads files with the C library's calls, which costs less at the start than Foundation.
    "Curriculum": Line(modules: ["PortKnowledge", "CCmark", "Yams"], platform: ["Glibc"]),
    "Practice": Line(modules: ["PortKnowledge"], platform: []),
    "Progress": Line(
      modules: ["PortKnowledge", "Practice", "GRDB", "GRDBSQLite"],
      platform: ["Foundation", "Glibc"] + threads),
    "Sockets": Line(
      modules: ["PortKnowledge", "CLinux", "SystemPackage"], platform: ["Glibc"] + threads),
    "Demos": Line(modules: ["PortKnowledge", "Sockets"], platform: ["Glibc"] + threads),
    "TerminalUI": Line(modules: [], platform: []),
    "Tutor": Line(
      modules: ["TerminalUI", "PortKnowledge", "Curriculum", "Practice"], platform: []),
    // CLinux beside the terminal's own: the guard needs calls that glibc hides.
    "CursesTerminal": Line(
      modules: ["TerminalUI", "CNcurses", "CLinux"], platform: ["Glibc"] + threads),
    // TerminalUI for the canvas that is handed from the tutor to the terminal.
    "Runtime": Line(
      modules: ["Tutor", "TerminalUI", "CursesTerminal", "Sockets"],
      platform: ["Glibc"] + threads),
    // Dispatch for the serial queue on which answers are stored.
    "portside": Line(
      modules: [
        "PortKnowledge", "Curriculum", "Practice", "Progress", "Sockets", "Demos", "TerminalUI",
        "Tutor", "CursesTerminal", "Runtime", "ArgumentParser",
      ],
      platform: ["Foundation", "Glibc", "Dispatch"] + threads),
  ]

  private static let threads: Set<String> = ["Synchronization"]
}

private func + (left: Set<String>, right: Set<String>) -> Set<String> { left.union(right) }
