import Foundation

/// What a database of Anki's layout 11 holds besides notes and cards.
enum AnkiLayout {
  /// A value of JSON.
  indirect enum Value: Encodable {
    case text(String)
    case number(Int64)
    case fraction(Double)
    case truth(Bool)
    case null
    case list([Value])
    case object([String: Value])

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .text(let value): try container.encode(value)
      case .number(let value): try container.encode(value)
      case .fraction(let value): try container.encode(value)
      case .truth(let value): try container.encode(value)
      case .null: try container.encodeNil()
      case .list(let value): try container.encode(value)
      case .object(let value): try container.encode(value)
      }
    }
  }

  /// The members of an object as text, sorted.
  static func text(_ members: [String: Value]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(members), as: UTF8.self)
  }

  /// The settings of a collection; an import reads none of them.
  static let configuration: [String: Value] = [
    "nextPos": .number(1), "estTimes": .truth(true), "activeDecks": .list([.number(1)]),
    "sortType": .text("noteFld"), "sortBackwards": .truth(false), "timeLim": .number(0),
    "addToCur": .truth(true), "curDeck": .number(1), "newSpread": .number(0),
    "dueCounts": .truth(true), "collapseTime": .number(1_200), "schedVer": .number(2),
  ]

  /// The settings that every collection has for its decks.
  static let deckOptions: [String: Value] = [
    "1": .object([
      "id": .number(1), "name": .text("Default"), "mod": .number(0), "usn": .number(0),
      "maxTaken": .number(60), "autoplay": .truth(true), "timer": .number(0),
      "replayq": .truth(true), "dyn": .truth(false),
      "new": .object([
        "bury": .truth(false), "delays": .list([.number(1), .number(10)]),
        "initialFactor": .number(2_500), "ints": .list([.number(1), .number(4), .number(0)]),
        "order": .number(1), "perDay": .number(20),
      ]),
      "rev": .object([
        "bury": .truth(false), "ease4": .fraction(1.3), "ivlFct": .number(1),
        "maxIvl": .number(36_500), "perDay": .number(200), "hardFactor": .fraction(1.2),
      ]),
      "lapse": .object([
        "delays": .list([.number(10)]), "leechAction": .number(1), "leechFails": .number(8),
        "minInt": .number(1), "mult": .number(0),
      ]),
    ])
  ]

  /// A deck.
  static func deck(id: Int64, name: String, changedAt: Int64) -> Value {
    let none = Value.list([.number(0), .number(0)])
    return .object([
      "id": .number(id), "name": .text(name), "mod": .number(changedAt), "usn": .number(-1),
      "lrnToday": none, "revToday": none, "newToday": none, "timeToday": none,
      "collapsed": .truth(false), "browserCollapsed": .truth(false), "desc": .text(""),
      "dyn": .number(0), "conf": .number(1), "extendNew": .number(0), "extendRev": .number(0),
    ])
  }

  /// A kind of note.
  static func kind(_ template: NoteTemplate, changedAt: Int64) -> Value {
    let fields = template.fields.enumerated().map { ordinal, name in
      Value.object([
        "name": .text(name), "ord": .number(Int64(ordinal)), "sticky": .truth(false),
        "rtl": .truth(false), "font": .text("Arial"), "size": .number(20), "media": .list([]),
      ])
    }
    let cards = template.cards.enumerated().map { ordinal, card in
      Value.object([
        "name": .text(card.name), "ord": .number(Int64(ordinal)), "qfmt": .text(card.front),
        "afmt": .text("{{FrontSide}}\n\n<hr id=answer>\n\n" + card.back), "bqfmt": .text(""),
        "bafmt": .text(""), "did": .null,
      ])
    }
    let needed = template.cards.indices.map { ordinal -> Value in
      let field = template.kind == .port && ordinal == 1 ? 1 : 0
      return .list([.number(Int64(ordinal)), .text("any"), .list([.number(Int64(field))])])
    }
    return .object([
      "id": .number(template.id), "name": .text(template.name), "type": .number(0),
      "mod": .number(changedAt), "usn": .number(-1), "sortf": .number(0), "did": .null,
      "tmpls": .list(cards), "flds": .list(fields), "css": .text(NoteTemplate.css),
      "latexPre": .text(""), "latexPost": .text(""), "req": .list(needed), "tags": .list([]),
      "vers": .list([]),
    ])
  }

  /// The tables and their indexes, as Anki makes them.
  static let tables = """
    CREATE TABLE col (
      id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
      ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL,
      conf text NOT NULL, models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,
      tags text NOT NULL
    );
    CREATE TABLE notes (
      id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
      usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL,
      csum integer NOT NULL, flags integer NOT NULL, data text NOT NULL
    );
    CREATE TABLE cards (
      id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
      mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL,
      due integer NOT NULL, ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
      lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
      odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL
    );
    CREATE TABLE revlog (
      id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
      ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL,
      time integer NOT NULL, type integer NOT NULL
    );
    CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
    CREATE INDEX ix_notes_usn ON notes (usn);
    CREATE INDEX ix_cards_usn ON cards (usn);
    CREATE INDEX ix_revlog_usn ON revlog (usn);
    CREATE INDEX ix_cards_nid ON cards (nid);
    CREATE INDEX ix_cards_sched ON cards (did, queue, due);
    CREATE INDEX ix_revlog_cid ON revlog (cid);
    CREATE INDEX ix_notes_csum ON notes (csum);
    """
}
