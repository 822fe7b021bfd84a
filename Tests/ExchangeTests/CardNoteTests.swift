import Curriculum
import Exchange
import Foundation
import PortKnowledge
import TestSupport
import Testing

@Suite("Cards for Anki")
struct CardNoteTests {
  @Test("Each port to know, interview question, myth and lesson question is one note")
  func complete() throws {
    let library = try ShippedCourse.library
    let notes = try ShippedCourse.notes
    #expect(Set(notes.map(\.guid)).count == notes.count)
    let ports = ServiceTable.all.filter { $0.tier < .extended && $0.port != 0 }
    #expect(notes.count { $0.deck == .ports } == ports.count)
    #expect(notes.count { $0.deck == .interview } == library.bank.interview.count)
    #expect(notes.count { $0.deck == .myths } == library.bank.myths.count)
    #expect(notes.count { $0.deck == .lessons } == library.lessons.flatMap(\.questions).count)
    #expect(notes.first { $0.fields[0] == "HTTPS" }?.guid == "portside:port:443/tcp+udp")
  }

  @Test("Every note has its fields, none of the first is empty, and no tag has a space")
  func fields() throws {
    for note in try ShippedCourse.notes {
      #expect(note.fields.count == (note.kind == .port ? 4 : 3), "\(note.guid)")
      #expect(note.fields.dropLast().allSatisfy { !$0.isEmpty }, "\(note.guid)")
      #expect(!note.tags.isEmpty && note.tags.allSatisfy { !$0.contains(" ") }, "\(note.tags)")
    }
  }

  @Test("No two ports are asked by the same words")
  func ambiguity() throws {
    let ports = try ShippedCourse.notes.filter { $0.kind == .port }
    #expect(Set(ports.map { $0.fields[0] }).count == ports.count)
    #expect(Set(ports.map { $0.fields[1] }).count == ports.count)
  }

  @Test("The options of a lesson's question stand in front, its answer and reason behind")
  func question() throws {
    let library = try ShippedCourse.library
    let lesson = try #require(library.lessons.first { $0.number == 5 })
    let question = try #require(lesson.questions.first { !$0.options.isEmpty })
    let note = try #require(
      try ShippedCourse.notes.first { $0.guid == "portside:question:\(question.id)" })
    for option in question.options {
      #expect(note.fields[0].contains("<li>\(CardNotes.html(option.text))</li>"))
      #expect(note.fields[1].contains("<li>\(CardNotes.html(option.text))</li>") == option.isRight)
    }
    #expect(note.fields[1].contains(CardNotes.html(question.explanation)))
    #expect(note.tags.contains("portside::topic::\(question.topic)"))
  }

  @Test("The same notes and time give the same package, byte for byte")
  func deterministic() throws {
    let notes = Array(try ShippedCourse.notes.prefix(50))
    let first = try AnkiPackage.bytes(of: notes, changedAt: 1_700_000_000)
    #expect(try AnkiPackage.bytes(of: notes, changedAt: 1_700_000_000) == first)
    #expect(try AnkiPackage.bytes(of: notes, changedAt: 1_700_000_001) != first)
    #expect(first.starts(with: Array("PK\u{3}\u{4}".utf8)))
  }

  @Test("Text becomes HTML that shows it as it is")
  func html() {
    #expect(CardNotes.html("a < b && \"c\" > d") == "a &lt; b &amp;&amp; &quot;c&quot; &gt; d")
    #expect(
      CardNotes.html("{{Front}}\n[sound:x] [::1]")
        == "&#123;&#123;Front&#125;&#125;<br>&#91;sound:x] [::1]")
    #expect(CardNotes.html("\u{0}\u{1B}é\u{7F}") == "é")
  }
}
