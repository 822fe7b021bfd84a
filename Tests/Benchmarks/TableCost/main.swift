import BenchmarkSupport

// Measures one reading of the kernel's socket table against ss:
//
//   swift run -c release table-cost [PAIRS [ROUNDS]]
//
// Two helper processes hold PAIRS connections over loopback (10,000), which are twice as many rows.
// Every round (25) does each piece of work once, one after the other, so that whatever else the
// machine does falls on all of them alike. ss is a program of its own and writes text, here to
// /dev/null; "ss -V" is what starting and ending it costs, and the last figure leaves that out.

let words = CommandLine.arguments
if words.count == 3, words[1] == SocketHolder.argument {
  try SocketHolder.hold(pairs: Int(words[2]) ?? 0)
} else {
  let pairs = words.count > 1 ? Int(words[1]) : nil
  let rounds = words.count > 2 ? Int(words[2]) : nil
  for line in try TableCost(pairs: pairs ?? 10_000, rounds: rounds ?? 25).report { print(line) }
}
