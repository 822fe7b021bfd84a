// swift-tools-version: 6.2
import PackageDescription

/// What every Swift target is built with: warnings stop the build, and imports say what they leak.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let systemPackage = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A target of Swift code with the settings above.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one module, or of the whole program, with the settings above.
func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: strict)
}

let package = Package(
  name: "portside",
  products: [
    .executable(name: "portside", targets: ["portside"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C: system libraries and what Swift does not import of them.
    .target(name: "CNcurses"),
    .target(name: "CLinux"),
    .target(name: "CCmark"),

    // The subject, pure.
    module("PortKnowledge"),
    module("Curriculum", ["PortKnowledge", "CCmark", yams]),
    module("Practice", ["PortKnowledge"]),

    // The learner's record, and the kernel.
    module("Progress", ["PortKnowledge", "Practice", grdb, sqlite]),
    module("Sockets", ["PortKnowledge", "CLinux", systemPackage]),
    module("Demos", ["PortKnowledge", "Sockets"]),

    // The screen, from cells to the application.
    module("TerminalUI"),
    module("Tutor", ["TerminalUI", "PortKnowledge", "Curriculum", "Practice"]),
    module("CursesTerminal", ["TerminalUI", "CNcurses", "CLinux"]),
    module("Runtime", ["Tutor", "TerminalUI", "CursesTerminal", "Sockets"]),

    .executableTarget(
      name: "portside",
      dependencies: [
        "PortKnowledge", "Curriculum", "Practice", "Progress", "Sockets", "Demos", "TerminalUI",
        "Tutor", "CursesTerminal", "Runtime", argumentParser,
      ],
      exclude: ["Documentation.docc"],
      resources: [.copy("../../Lessons"), .copy("Recordings")],
      swiftSettings: strict),

    // Measurements, each by swift run -c release NAME
    .executableTarget(
      name: "exercise-cost", dependencies: ["PortKnowledge"],
      path: "Tests/Benchmarks/ExerciseCost", swiftSettings: strict,
      // Without Foundation nobody else brings the square root.
      linkerSettings: [.linkedLibrary("m")]),

    .executableTarget(
      name: "store-cost", dependencies: ["BenchmarkSupport", "Practice", "Progress", grdb],
      path: "Tests/Benchmarks/StoreCost", swiftSettings: strict),

    .executableTarget(
      name: "lesson-cost", dependencies: ["Curriculum"],
      path: "Tests/Benchmarks/LessonCost", swiftSettings: strict),

    .executableTarget(
      name: "screen-cost", dependencies: ["Tutor", "PortKnowledge", "Practice", "TerminalUI"],
      path: "Tests/Benchmarks/ScreenCost", swiftSettings: strict),

    .executableTarget(
      name: "crowd-cost", dependencies: ["Demos", "Sockets"],
      path: "Tests/Benchmarks/CrowdCost", exclude: ["Rivals"], swiftSettings: strict),

    .target(
      name: "BenchmarkSupport", path: "Tests/Benchmarks/Support", swiftSettings: strict),
    .executableTarget(
      name: "table-cost", dependencies: ["BenchmarkSupport", "PortKnowledge", "Sockets"],
      path: "Tests/Benchmarks/TableCost", swiftSettings: strict,
      linkerSettings: [.linkedLibrary("m")]),

    // Tests, from pure to the real terminal.
    .target(
      name: "TestSupport", dependencies: ["TerminalUI", "CLinux"], path: "Tests/TestSupport",
      swiftSettings: strict),
    tests("PortKnowledgeTests", ["PortKnowledge"]),
    tests(
      "CurriculumTests", ["Curriculum", "PortKnowledge"],
      // Read by path.
      exclude: ["shipped-ids.txt"]),
    tests("PracticeTests", ["Practice", "PortKnowledge"]),
    tests("ProgressTests", ["Progress", "PortKnowledge", "Practice", grdb]),
    tests("TerminalUITests", ["TerminalUI", "CLinux"]),
    tests(
      "TutorTests", ["Tutor", "TerminalUI", "PortKnowledge", "Curriculum", "Practice"],
      exclude: ["__Snapshots__"]),
    tests("SocketsTests", ["Sockets", "PortKnowledge", "CLinux", systemPackage]),
    tests("DemosTests", ["Demos", "Sockets", "PortKnowledge"]),
    tests("KernelRuleTests", ["PortKnowledge", "Demos", "Sockets"]),
    tests("RuntimeTests", ["Runtime", "CursesTerminal", "Tutor", "TerminalUI"]),
    tests("ArchitectureTests", []),
    tests(
      "EndToEndTests",
      [
        "portside", "Curriculum", "Demos", "PortKnowledge", "Practice", "Progress", "Sockets",
        "TerminalUI",
        "Tutor",
      ],
      // Read by path.
      exclude: ["Demos/Root"]),
  ]
)

// The fuzzer's runtime brings a main function of its own, and every module must be built for it, so
// the target is there only where it is asked for:
// PORTSIDE_FUZZ=1 swift build --sanitize fuzzer --sanitize address --product lesson-fuzz
if Context.environment["PORTSIDE_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "lesson-fuzz", dependencies: ["Curriculum", "TerminalUI"],
      path: "Tests/Fuzzing/LessonFuzz",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
