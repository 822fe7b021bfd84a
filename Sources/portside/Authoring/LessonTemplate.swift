/// A lesson to begin with: it passes the check as it is, and shows one of everything that a lesson
/// is made of.
enum LessonTemplate {
  /// The file's text.
  static func text(id: String, number: Int, title: String) -> String {
    """
    ---
    id: \(id)
    number: \(number)
    title: "\(title)"
    question: >
      Which question of a curious person does this lesson answer?
    minutes: 5
    interview: >
      Say here in two sentences what to answer in an interview.
    summary:
      - The first line to remember.
      - The second line to remember.
    sources:
      - RFC 9293 §3.1, or wherever the facts come from
    teacher:
      minutes: 10
      notes:
        - What to ask the class before the first page.
    ---

    ## The simple picture

    One idea on a screen. Write short paragraphs, mark **terms** and `commands`.

    ```drawing
    client :51234 ────▸ server :443
    ```

    ## See it yourself

    ```sh
    $ ss -tln
    ```

    ```demo
    tabs
    ```

    ```question
    id: \(id)-first
    topic: ports
    kind: one
    ask: Which of these is a port number?
    options:
      - text: "443"
        right: true
        why: It is a whole number from 0 to 65535.
      - text: "127.0.0.1"
        why: That is an address.
    explain: A port is a number of 16 bits.
    hints:
      - An address has dots or colons.
    ```

    """
  }

  /// The id of a title: its letters and digits in lower case, joined with hyphens; nil where it has
  /// none.
  static func id(of title: String) -> String? {
    let words = title.lowercased().split { character in
      !(character.isASCII && (character.isLetter || character.isNumber))
    }
    let id = words.joined(separator: "-").prefix(48)
    let trimmed = id.reversed().drop { $0 == "-" }.reversed()
    return trimmed.isEmpty ? nil : String(trimmed)
  }
}
