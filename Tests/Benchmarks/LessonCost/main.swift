import Curriculum

// Prints what reading lessons costs that are made to be slow: swift run -c release lesson-cost
//
// Each kind of text is made at a quarter, a half and the whole of 1 MiB, which is the most that a
// file may have. The columns: milliseconds for the whole, and how many times longer it takes than
// half of it; a reader that is linear shows 2, one that is quadratic 4.

let whole = 1 << 20
let rounds = 5
let front = """
  ---
  id: a
  number: 1
  title: A
  question: Q?
  minutes: 5
  interview: I.
  summary: [S]
  sources: [R]
  ---

  ## H


  """

/// A text of lines and paragraphs within the limits, as long as asked for.
func repeated(_ piece: String, inParagraphsOf lines: Int = 20) -> (Int) -> String {
  { bytes in
    var text = front
    var line = 0
    while text.utf8.count < bytes {
      text += piece + "\n"
      line += 1
      if line % lines == 0 { text += "\n" }
    }
    return text
  }
}

func times(_ count: Int, _ piece: String) -> String { String(repeating: piece, count: count) }

let generators: [(name: String, text: (Int) -> String)] = [
  ("plain words", repeated(times(60, "words "))),
  ("brackets", repeated(times(800, "["), inParagraphsOf: 15)),
  ("stars and words", repeated(times(260, "*a "), inParagraphsOf: 15)),
  ("underscores", repeated(times(260, "_a_b"), inParagraphsOf: 15)),
  ("backquotes", repeated((1...40).map { times($0, "`") }.joined(separator: "a"))),
  ("links that never end", repeated(times(150, "[a](<b"), inParagraphsOf: 15)),
  ("entities", repeated(times(150, "&amp;"), inParagraphsOf: 15)),
  ("quotes in each other", repeated(times(32, "> ") + "x", inParagraphsOf: 1)),
  ("list items", repeated("- item")),
  ("rows of a table", repeated(times(30, "|aaaaaaaaaaa") + "|", inParagraphsOf: 100)),
  ("headings", repeated("## Heading\n\nText.", inParagraphsOf: 1)),
  (
    "questions",
    repeated(
      "```question\nid: q\ntopic: t\nkind: one\nask: A?\nexplain: E\noptions: [{text: a, right: true, why: b}]\n```",
      inParagraphsOf: 1)
  ),
]

func milliseconds(_ text: String) -> Double {
  let bytes = Array(text.utf8)
  let clock = ContinuousClock()
  let samples = (0..<rounds).map { _ in
    clock.measure { _ = try? LessonReader().read(bytes, file: "a.md") } / .milliseconds(1)
  }
  return samples.sorted()[rounds / 2]
}

func decimal(_ number: Double) -> String {
  let tenths = Int(number * 10 + 0.5)
  return "\(tenths / 10).\(tenths % 10)"
}

for (name, text) in generators {
  // Files beyond the limit are refused before they are parsed.
  let half = milliseconds(text(whole / 2))
  let full = milliseconds(text(whole - 4096))
  print("\(name): \(decimal(full)) ms, \(decimal(full / half)) times half of it")
}
