import Demos
import Foundation
import Glibc

// Compares a crowd of connections with the same loop in C and in Python:
//
//     swift run -c release crowd-cost
//
// Each round runs the three one after the other, as processes of their own; the figures are medians.
// The rate of C divided by the crowd's time is what the aim is about: at least 0.9 of C's rate.

let clients = 9900
let rounds = 9
let rivals = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .appendingPathComponent("Rivals")

/// The crowd alone, in this process: prints its microseconds and its peak memory in KiB.
func runCrowd() throws {
  let plan = CrowdPlan(clients: clients, limits: .read())
  let result = try Crowd(plan: plan, helper: []).run { _ in true }
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  print("\(result?.microseconds ?? 0) \(usage.ru_maxrss)")
}

func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

func decimal(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }

func compare() throws {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "portside-crowd-\(getpid())")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
  defer { try? FileManager.default.removeItem(at: folder) }
  let inC = folder.appendingPathComponent("crowd").path
  let compiler = Process()
  compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  compiler.arguments = ["cc", "-O2", "-o", inC, rivals.appendingPathComponent("crowd.c").path]
  try compiler.run()
  compiler.waitUntilExit()
  let perSource = "\(CrowdPlan(clients: clients, limits: .read()).perSource)"
  let commands: [(name: String, words: [String])] = [
    ("Portside", [CommandLine.arguments[0], "crowd"]), ("C", [inC, "\(clients)", perSource]),
    (
      "Python",
      ["python3", rivals.appendingPathComponent("crowd.py").path, "\(clients)", perSource]
    ),
  ]
  var times: [String: [Double]] = [:]
  var memory = 0.0
  for _ in 0..<rounds {
    for command in commands {
      let run = try CrowdRun(command.words)
      times[command.name, default: []].append(run.microseconds)
      if command.name == "Portside" { memory = max(memory, run.mebibytes) }
    }
  }
  let own = median(times["Portside"] ?? [])
  print("\(clients) connections in one process, median of \(rounds) rounds")
  for command in commands {
    let time = median(times[command.name] ?? [])
    print(
      command.name.padding(toLength: 9, withPad: " ", startingAt: 0)
        + " \(decimal(time / 1000, 1)) ms  \(decimal(Double(clients) / time * 1000, 0)) per ms  "
        + "Portside's rate is \(decimal(time / own, 2)) of it")
  }
  print("Portside's peak memory: \(decimal(memory, 1)) MiB")
}

if CommandLine.arguments.dropFirst().first == "crowd" { try runCrowd() } else { try compare() }
