import PortKnowledge

/// Exercises as JSON, as the article "Exercises as data" describes it.
enum ExerciseJSON {
  /// The number that changes when a member changes its meaning or goes away.
  static let version = 1

  /// The families and their facts.
  static func list(_ families: [any ExerciseFamily]) -> JSONValue {
    .object([
      "format": "portside.exercise-families", "version": .number(version),
      "families": .list(families.map(value)),
    ])
  }

  /// A sheet of exercises.
  static func sheet(_ sheet: ExerciseSheet) -> JSONValue {
    .object([
      "format": "portside.exercises", "version": .number(version), "family": value(sheet.family),
      "level": .number(sheet.level.rawValue), "exercises": .list(sheet.entries.map(value)),
    ])
  }

  private static func value(_ family: any ExerciseFamily) -> JSONValue {
    .object([
      "id": .string(family.id), "title": .string(family.title),
      "summary": .string(family.summary), "topic": .string(family.topic.rawValue),
      "asksKernel": .truth(family.asksKernel),
    ])
  }

  private static func value(_ entry: ExerciseSheet.Entry) -> JSONValue {
    let question = entry.exercise.question
    var members: [String: JSONValue] = [
      "id": .string(question.id),
      // As a text: a number beyond 2^53 is not exact in many readers.
      "seed": .string(String(entry.seed)),
      "prompt": .string(question.prompt), "figure": lines(question.figure),
      "explanation": .string(question.explanation), "hints": texts(question.hints),
      "case": JSONValue(entry.exercise.data),
      "solution": texts(question.solution),
      "experiment": entry.exercise.experiment.map(ExperimentJSON.value) ?? .null,
    ]
    members.merge(answering(question.kind)) { $1 }
    if let report = entry.report { members["kernel"] = ExperimentJSON.value(report) }
    return .object(members)
  }

  // MARK: How it is answered

  private static func answering(_ kind: Question.Kind) -> [String: JSONValue] {
    switch kind {
    case .chooseOne(let options):
      return ["kind": "chooseOne", "options": .list(options.map(value))]
    case .chooseSeveral(let options):
      return ["kind": "chooseSeveral", "options": .list(options.map(value))]
    case .entry(let entry):
      let mistakes = entry.mistakes.map { mistake in
        JSONValue.object([
          "text": .string(mistake.text), "explanation": .string(mistake.explanation),
        ])
      }
      return [
        "kind": "entry", "accepted": texts(entry.accepted), "mistakes": .list(mistakes),
        "form": .string(form(entry.form)),
      ]
    case .putInOrder(let ordering):
      let rules = ordering.rules.map { rule in
        JSONValue.object([
          "before": .number(rule.before), "after": .number(rule.after),
          "explanation": .string(rule.explanation),
        ])
      }
      return [
        "kind": "putInOrder", "items": texts(ordering.items), "rules": .list(rules),
        "order": .list(ordering.solution.map(JSONValue.number)),
      ]
    case .fillTable(let table):
      let rows = table.rows.map { row in
        JSONValue.object(["name": .string(row.name), "cells": .list(row.cells.map(value))])
      }
      return ["kind": "fillTable", "columns": texts(table.columns), "rows": .list(rows)]
    }
  }

  private static func form(_ form: Question.Entry.Form) -> String {
    switch form {
    case .text: "text"
    case .number: "number"
    case .address: "address"
    case .endpoint: "endpoint"
    case .filter: "filter"
    }
  }

  private static func value(_ option: Question.Option) -> JSONValue {
    .object([
      "text": .string(option.text), "isRight": .truth(option.isRight),
      "explanation": .string(option.explanation), "figure": lines(option.figure),
    ])
  }

  private static func value(_ cell: Question.Table.Cell) -> JSONValue {
    switch cell {
    case .given(let text): .object(["given": .string(text)])
    case .blank(let choices): .object(["choices": .list(choices.map(value))])
    }
  }

  private static func texts(_ texts: [String]) -> JSONValue {
    .list(texts.map(JSONValue.string))
  }

  private static func lines(_ figure: [MarkedText]) -> JSONValue {
    texts(figure.map(\.text))
  }
}

extension JSONValue {
  /// The same value in JSON's words.
  init(_ value: CaseValue) {
    switch value {
    case .text(let text): self = .string(text)
    case .number(let number): self = .number(number)
    case .truth(let truth): self = .truth(truth)
    case .list(let values): self = .list(values.map(JSONValue.init))
    case .object(let members): self = .object(members.mapValues(JSONValue.init))
    case .null: self = .null
    }
  }
}
